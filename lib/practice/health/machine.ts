import { existsSync } from "node:fs";
import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "#lib/running/settings.ts";
import type { Readings } from "./readings.ts";

type Machine = Pick<Readings, "disk" | "backup" | "keys"> & { portal: string; node: string };

/** What this machine tells of itself. What cannot be looked at is said to be unknown, and nothing is thrown. */
export async function readMachine(): Promise<Machine> {
  const { databaseFolder, backupFolder, encryptionKeys, keyFile } = settings();
  const [first, ...others] = encryptionKeys;
  return {
    disk: databaseFolder === undefined ? "elsewhere" : await roomAt(databaseFolder),
    backup: backupFolder === undefined ? "not told" : await newestIn(backupFolder),
    keys: {
      seals: first.id,
      others: others.map(({ id }) => id),
      isFileThere: keyFile === undefined || existsSync(keyFile),
    },
    portal: await portalVersion(),
    node: process.versions.node,
  };
}

export async function roomAt(folder: string): Promise<Readings["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, whole: blocks * bsize };
  } catch {
    return "unknown";
  }
}

/** When what lies in this folder was last written to, the newest of it. */
export async function newestIn(folder: string): Promise<Readings["backup"]> {
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
    const stats = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
    const times = stats.flatMap((one) => (one ? [one.mtimeMs] : []));
    return times.length === 0 ? "none" : Math.max(...times);
  } catch {
    return "unknown";
  }
}

// Whatever serves the portal does so from its own folder.
async function portalVersion(): Promise<string> {
  const text = await readFile(join(process.cwd(), "package.json"), "utf8").catch(() => "{}");
  const { version } = JSON.parse(text) as { version?: string };
  return version ?? "of no known version";
}
