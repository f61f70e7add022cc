import { execFileSync, spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";

/** Whom the database server runs as. Undefined: as whoever started us. */
export type ServerUser = { uid: number; gid: number } | undefined;

export const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
export function nobody(): NonNullable<ServerUser> {
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Error(
      "PostgreSQL does not run as root, and this machine has no user called nobody. Start Attune as an ordinary user, or set DATABASE_URL.",
    );
  }
}

export async function ownerOf(folder: string): Promise<ServerUser> {
  const { uid, gid } = await stat(folder);
  return uid === 0 ? undefined : { uid, gid };
}

/** Whether `user` can reach this folder: each folder above it has a say. */
export function mayEnter(user: NonNullable<ServerUser>, folder: string): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], {
      ...user,
      cwd: "/",
      stdio: "ignore",
    }).status === 0
  );
}
