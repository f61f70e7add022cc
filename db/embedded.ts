import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, readyBinaries } from "./embedded/binaries.ts";
import { earlierServer, settleEarlierServer } from "./embedded/earlier-server.ts";
import { freePort } from "./embedded/free-port.ts";
import { clusterOf, type Home, lastingHome, temporaryHome } from "./embedded/home.ts";
import { launch, makeCluster, type Server } from "./embedded/server.ts";

export type EmbeddedDatabase = {
  /** The portal's database, as the portal's own role: it owns the database, it is not a superuser. */
  url: string;
  /** The whole cluster, as superuser. */
  adminUrl: string;
  /** Where its files lie. */
  folder: string;
  /** The server's process. Another one after a restart. */
  pid: () => number;
  stop: () => Promise<void>;
};

type Access = { port: number; password: string; adminPassword: string };

/** PostgreSQL with its data in `dataFolder`, kept running until it is stopped. */
export async function startDatabase(
  dataFolder: string,
  tell: (line: string) => void,
): Promise<EmbeddedDatabase> {
  return start(await lastingHome(dataFolder, tell), tell);
}

/** The address of the database in `dataFolder` if its server runs, whoever started it. */
export async function findDatabase(
  dataFolder: string,
  tell: (line: string) => void,
): Promise<string | undefined> {
  const home = await lastingHome(dataFolder, tell);
  const access: Access | undefined = await readFile(accessFile(home), "utf8").then(
    JSON.parse,
    () => undefined,
  );
  return access && (await earlierServer(clusterOf(home))) ? urlOf(access) : undefined;
}

/** PostgreSQL for one run: fast, not safe against a power cut, gone when stopped. */
export async function startTemporaryDatabase(): Promise<EmbeddedDatabase> {
  return start(await temporaryHome(), () => {});
}

async function start(home: Home, tell: (line: string) => void): Promise<EmbeddedDatabase> {
  const binaries = await readyBinaries(home.folder, home.user !== undefined);
  const access = await readAccess(home);
  await makeCluster(home, binaries, access.adminPassword);
  let isStopping = false;
  let server = await launchSoon(home, binaries, access);
  await writeAccess(home, access);
  const adminUrl = `postgres://postgres:${access.adminPassword}@127.0.0.1:${access.port}/postgres`;
  const url = urlOf(access);
  await makeDatabase(adminUrl, access.password);

  async function keepRunning(): Promise<void> {
    await server.exited;
    if (isStopping) return;
    tell("The database server ended by itself; starting it again");
    server = await launchSoon(home, binaries, access, { samePort: true });
    return keepRunning();
  }
  if (!home.isTemporary)
    keepRunning().catch((error: Error) => tell(`The database does not start again: ${error.message}`));

  return {
    url,
    adminUrl,
    folder: home.folder,
    pid: () => server.pid,
    async stop() {
      isStopping = true;
      await server.stop();
      if (home.isTemporary) await rm(home.folder, { recursive: true, force: true });
    },
  };
}

// What a server that was killed left behind (its backends, its memory) goes away within moments.
const passing = /shared memory block|lock file|bind IPv4|Address already in use|could not create any TCP/;

async function launchSoon(
  home: Home,
  binaries: Binaries,
  access: Access,
  { samePort = false } = {},
): Promise<Server> {
  for (let tries = 1; ; tries++) {
    await settleEarlierServer(clusterOf(home));
    try {
      return await launch(home, binaries, access.port);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (tries >= 40 || !passing.test(said)) throw new Error(`PostgreSQL does not start:\n${said}`);
      if (!samePort && /Address already in use|bind IPv4/.test(said)) access.port = await freePort();
      await pause(250);
    }
  }
}

const urlOf = ({ port, password }: Access) => `postgres://attune:${password}@127.0.0.1:${port}/attune`;

async function readAccess(home: Home): Promise<Access> {
  const kept = await readFile(accessFile(home), "utf8").then(JSON.parse, () => undefined);
  if (kept) return kept;
  const secret = () => randomBytes(24).toString("hex");
  const access = {
    port: await freePort(),
    password: secret(),
    adminPassword: secret(),
  };
  await writeAccess(home, access);
  return access;
}

async function writeAccess(home: Home, access: Access): Promise<void> {
  const fresh = `${accessFile(home)}.new`;
  await writeFile(fresh, JSON.stringify(access), { mode: 0o600 });
  await rename(fresh, accessFile(home));
}

function accessFile(home: Home): string {
  return join(home.folder, "access.json");
}

async function makeDatabase(adminUrl: string, password: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await admin`select 1 from pg_roles where rolname = 'attune'`;
    if (!role) await admin.unsafe(`create role attune login createdb createrole password '${password}'`);
    const [database] = await admin`select 1 from pg_database where datname = 'attune'`;
    if (!database) await admin.unsafe("create database attune owner attune");
  } finally {
    await admin.end({ timeout: 5 });
  }
}
