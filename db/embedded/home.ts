import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { earlierServer } from "./earlier-server.ts";
import { isRoot, mayEnter, nobody, ownerOf, type ServerUser } from "./unprivileged.ts";

/** A folder with a database cluster, its passwords and its log, and whom its server runs as. */
export type Home = { folder: string; user: ServerUser; isTemporary: boolean };

export function clusterOf(home: Home): string {
  return join(home.folder, "cluster");
}

/** The home that stays from start to start: in `dataFolder` if the server's user can reach that, else where it can. */
export async function lastingHome(dataFolder: string, tell: (line: string) => void): Promise<Home> {
  const folder = join(dataFolder, "postgres");
  if (!isRoot) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { folder, user: undefined, isTemporary: false };
  }
  const pointer = join(dataFolder, "postgres-is-elsewhere");
  const pointed = await readFile(pointer, "utf8").catch(() => undefined);
  if (pointed) return elsewhere(pointed.trim(), dataFolder, tell);

  const cluster = join(folder, "cluster");
  const user = (existsSync(cluster) ? await ownerOf(cluster) : undefined) ?? nobody();
  await mkdir(dataFolder, { recursive: true });
  await mkdir(folder, { recursive: true });
  // Others may pass through, not look round: what is private in here has modes of its own.
  await chmod(dataFolder, 0o711);
  await chmod(folder, 0o711);
  if (mayEnter(user, folder)) return { folder, user, isTemporary: false };
  if (existsSync(cluster))
    throw new Error(
      `The database is in ${folder}, but its server does not run as root, and its user (id ${user.uid}) may not enter a folder above. Allow that again (chmod o+x), or move the checkout to where it is allowed.`,
    );

  const chosen = await placeFor(dataFolder, tell);
  await writeFile(pointer, `${chosen}\n`);
  tell(`Only root may enter this checkout, and PostgreSQL does not run as root: the data is in ${chosen}`);
  return elsewhere(chosen, dataFolder, tell);
}

async function placeFor(dataFolder: string, tell: (line: string) => void): Promise<string> {
  const system = existsSync("/var/lib") || !existsSync("/var/db") ? "/var/lib" : "/var/db";
  const name = createHash("sha256")
    .update(await realpath(dataFolder))
    .digest("hex")
    .slice(0, 12);
  const place = join(system, `attune-${name}`);
  if (existsSync(place)) {
    const aside = `${place}-until-${Date.now()}`;
    await rename(place, aside);
    tell(`A database of an earlier .data folder was there; it is kept in ${aside}`);
  }
  return place;
}

async function elsewhere(folder: string, dataFolder: string, tell: (line: string) => void): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0)
    throw new Error(`${folder} should hold the database, but it is not a folder that only root may change`);
  await chmod(folder, 0o711);

  const note = join(folder, "belongs-to");
  const here = await realpath(dataFolder);
  const owner = (await readFile(note, "utf8").catch(() => here)).trim();
  if (owner !== here && existsSync(join(owner, "postgres-is-elsewhere"))) {
    // This checkout is a copy of another one, which still uses that database.
    await rm(join(dataFolder, "postgres-is-elsewhere"));
    return lastingHome(dataFolder, tell);
  }
  await writeFile(note, `${here}\n`);
  return { folder, user: nobody(), isTemporary: false };
}

/** A home for one run. The server takes it away when it stops. */
export async function temporaryHome(): Promise<Home> {
  const user = isRoot ? nobody() : undefined;
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    await sweep(parent);
    const folder = await mkdtemp(join(parent, `attune-run-${process.pid}-`)).catch(() => undefined);
    if (!folder) continue;
    if (user) await chmod(folder, 0o711);
    if (!user || mayEnter(user, folder)) return { folder, user, isTemporary: true };
    await rm(folder, { recursive: true, force: true });
  }
  throw new Error(
    "There is no folder for temporary files that the database server's user may enter. Set TMPDIR.",
  );
}

/** Takes away what runs that were killed left behind. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = /^attune-run-(\d+)-/.exec(name)?.[1];
    const folder = join(parent, name);
    if (!pid || isAlive(Number(pid)) || (await lstat(folder)).uid !== process.getuid?.()) continue;
    if (await earlierServer(join(folder, "cluster"))) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
