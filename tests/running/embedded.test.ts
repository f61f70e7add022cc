import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EmbeddedDatabase, startDatabase } from "#db/embedded.ts";
import { checkout } from "#lib/running/install.mjs";

const isRoot = process.getuid?.() === 0;
const said: string[] = [];
let folder: string;
let database: EmbeddedDatabase | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-data-"));
  await chmod(folder, 0o711);
});

afterEach(async () => {
  await database?.stop();
  database = undefined;
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function start(dataFolder = folder): Promise<EmbeddedDatabase> {
  database = await startDatabase(dataFolder, (line) => said.push(line));
  return database;
}

/** Another process that starts the database and then only waits. */
async function startElsewhere() {
  const program = `
    import { startDatabase } from ${JSON.stringify(join(checkout, "db/embedded.ts"))};
    const database = await startDatabase(${JSON.stringify(folder)}, () => {});
    console.log(database.pid());
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", program]);
  const [line] = await once(starter.stdout, "data");
  return { starter, pid: Number(line) };
}

async function query<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(database?.url ?? "", { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end({ timeout: 1 }));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<boolean> {
  for (let tenths = 0; tenths < 100 && isRunning(pid); tenths++) await pause(100);
  return !isRunning(pid);
}

test("what was saved is there after a stop and a start, at the same address", async () => {
  const { url, stop } = await start();
  await query((sql) => sql`create table kept as select 1 as one`);
  await stop();
  expect((await start()).url).toBe(url);
  expect(await query((sql) => sql`select one from kept`)).toEqual([{ one: 1 }]);
}, 120_000);

test("a server that is killed comes back by itself with what was saved", async () => {
  const { pid } = await start();
  await query((sql) => sql`create table saved as select 1 as one`);
  const killed = pid();
  process.kill(killed, "SIGKILL");
  for (let tenths = 0; tenths < 100 && pid() === killed; tenths++) await pause(100);
  expect(pid()).not.toBe(killed);
  expect(await query((sql) => sql`select one from saved`)).toEqual([{ one: 1 }]);
}, 120_000);

test("when everything is killed at once, the next start heals it", async () => {
  const { starter, pid } = await startElsewhere();
  process.kill(pid, "SIGKILL");
  starter.kill("SIGKILL");
  await start();
  expect(await query((sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
}, 120_000);

test("the server does not outlive whoever started it", async () => {
  const { starter, pid } = await startElsewhere();
  expect(isRunning(pid)).toBe(true);
  starter.kill("SIGKILL");
  expect(await untilGone(pid)).toBe(true);
}, 120_000);

test("the portal's own role is no superuser, and nobody gets in without the password", async () => {
  const { url } = await start();
  expect(await query((sql) => sql`select rolsuper from pg_roles where rolname = current_user`)).toEqual([
    { rolsuper: false },
  ]);
  const stranger = new URL(url);
  stranger.password = "guess";
  const sql = postgres(stranger.href, { max: 1 });
  await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
  await sql.end({ timeout: 1 });
}, 120_000);

test.runIf(isRoot)(
  "where only root may enter, the data lies where the server's user may, and stays the same",
  async () => {
    const rootOnly = await mkdtemp(join(tmpdir(), "attune-data-"));
    const dataFolder = join(rootOnly, ".data");
    const { stop } = await start(dataFolder);
    expect(said.join("\n")).toMatch(/Only root may enter .* the data is in \/var/);
    await query((sql) => sql`create table kept as select 1 as one`);
    await stop();
    const again = await start(dataFolder);
    expect(await query((sql) => sql`select one from kept`)).toEqual([{ one: 1 }]);

    const place = (await readFile(join(dataFolder, "postgres-is-elsewhere"), "utf8")).trim();
    expect(await stat(place)).toMatchObject({ uid: 0 });
    expect((await stat(join(place, "access.json"))).mode & 0o777).toBe(0o600);
    expect(existsSync(join(dataFolder, "postgres", "cluster"))).toBe(false);
    await again.stop();
    for (const path of [rootOnly, place]) await rm(path, { recursive: true, force: true });
  },
  120_000,
);
