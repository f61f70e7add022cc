import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { checkout } from "#lib/running/install.mjs";
import { aLesson } from "#tests/support/lessons.ts";
import { aCoach, aType } from "#tests/support/people.ts";
import { type Portal, startPortal, startProcess } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";
import { written } from "#tests/support/writing.ts";
import { ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { changedTables, snapshot } from "./state.ts";
import type { World } from "./world.ts";

const workers = 8;
const aKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

type Load = { saves: number; reads: number; bookings: number; wrong: string[] };

/** People write, read and book while the practice's keys are changed twice; then somebody loses a key. */
export const s16: BoardTest = {
  id: "S16",
  title: "Change of keys under load",
  isQuick: false,
  async run(_, { guard }) {
    const folder = await mkdtemp(join(tmpdir(), "attune-keys-"));
    const file = join(folder, "keys");
    const first = aKey("k1");
    await writeFile(file, `${first}\n`);
    const fromFile = { ENCRYPTION_KEYS: "", ENCRYPTION_KEYS_FILE: file };
    // The twin: the portal never learns of a new key.
    const settings = guard ? fromFile : { ENCRYPTION_KEYS: first, ENCRYPTION_KEYS_FILE: "" };
    const portal = await startPortal({ database: "empty", settings });
    const look = postgres(portal.database.adminUrl, { max: 2, onnotice: () => {} });
    const world = { look } as World;
    try {
      const { play, people, lesson } = await someLoad(portal);
      const load: Load = { saves: 0, reads: 0, bookings: 0, wrong: [] };
      const going = { until: false };
      const running = play(load, going);
      const said: string[] = [];
      for (const older of ["k1", "k2"]) {
        said.push(await keysCommand(portal, fromFile, "rotate"));
        said.push(await keysCommand(portal, fromFile, "remove", older));
        if (!guard) break;
      }
      going.until = true;
      const last = await running;
      const keys = (await readFile(file, "utf8")).trim().split("\n");
      const shut = await notOpening(portal, fromFile, { last, people, lesson });
      const before = await snapshot(world);
      const refusals = [await startRefused(portal, `${aKey("k9")}`), await startRefused(portal, aKey("k3"))];
      const changed = changedTables(before, await snapshot(world));
      const isRefused = refusals.every((words) => /Nothing was changed\. Bring back the keys/.test(words));
      return {
        tried: `${workers} people on 2 processes saved ${load.saves} times, read ${load.reads} and booked ${load.bookings} while the keys were changed ${guard ? "twice" : "once"}; then all of it with the newest key alone, and two starts with a lost one`,
        counts: {
          "wrong answers": load.wrong.length,
          "not opened afterwards": shut.length,
          "keys left": keys.map((entry) => entry.split(":")[0]).join(" "),
          "starts with a lost key": isRefused ? "refused" : "not refused",
          "tables changed by them": changed.length,
          ...(load.wrong.length + shut.length > 0 && {
            first: [...load.wrong, ...shut].slice(0, 5).join(" · "),
          }),
          ...(!guard || keys.length === 1 ? {} : { said: said.join(" | ").slice(0, 600) }),
        },
        pass: guard
          ? load.wrong.length + shut.length + changed.length === 0 &&
            isRefused &&
            keys.length === 1 &&
            load.saves > 100
          : load.wrong.length === 0,
      };
    } finally {
      await look.end({ timeout: 5 });
      await portal.stop();
      await rm(folder, { recursive: true });
    }
  },
};

type Scene = { people: SignedIn[]; lesson: Awaited<ReturnType<typeof aLesson>> };

/** People with a session, a lesson to write in and a coach to book with; `play` goes on until it is told to end. */
async function someLoad(portal: Portal) {
  const { people, lesson, type } = await onDatabaseOf(portal, async () => ({
    people: await manyClients(workers),
    lesson: await aLesson(),
    type: await aType(await aCoach({ isAwake: true }), { minutes: 30, step: 60, horizonDays: 365 }),
  }));
  const hour = 3_600_000;
  let hours = 48;
  const one = async (person: SignedIn, nth: number, load: Load, going: { until: boolean }) => {
    let [revision, words] = [0, ""];
    for (let turn = 0; !going.until; turn += 1) {
      const process = portal.processes[(nth + turn) % portal.processes.length] ?? portal.processes[0];
      const { session } = person;
      const next = `evening ${nth}-${turn}-${"x".repeat(turn % 500)}`;
      const saved = await ask(process, "/api/reflections", {
        session,
        body: written(person, lesson, "ceiling", { words: next }, revision),
      });
      load.saves += 1;
      if (saved.status === 200)
        [revision, words] = [(JSON.parse(saved.text) as { revision: number }).revision, next];
      else load.wrong.push(`save ${saved.status} ${saved.text.slice(0, 80)}`);
      const page = await ask(process, `/lessons/${lesson.slug}`, { session });
      load.reads += 1;
      if (page.status !== 200 || !page.text.includes(words))
        load.wrong.push(`read ${page.status} without the last words`);
      if (turn % 10 === 0) {
        hours += 1;
        const start = new Date(Math.ceil(Date.now() / hour) * hour + hours * hour).toISOString();
        const key = crypto.randomUUID();
        const booked = await ask(process, "/api/bookings", {
          session,
          key,
          body: { typeId: type, start, zone: "UTC" },
        });
        load.bookings += 1;
        if (booked.status >= 500) load.wrong.push(`booking ${booked.status}`);
      }
    }
    return words;
  };
  const play = (load: Load, going: { until: boolean }) =>
    Promise.all(people.map((person, nth) => one(person, nth, load, going)));
  return { play, people, lesson };
}

/** The command as somebody runs it, in a process of its own. Gives what it says. */
async function keysCommand(
  portal: Portal,
  settings: Record<string, string>,
  ...words: string[]
): Promise<string> {
  const child = spawn(process.execPath, ["lib/running/keys.ts", ...words], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...testSettings,
      DATABASE_URL: portal.database.url,
      RESEND_BASE_URL: portal.mailbox,
      ...settings,
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => said.push(text));
  const [code] = await once(child, "close");
  return `${words.join(" ")} ${code}: ${said.join("")}`;
}

type Standing = Scene & { last: string[] };

/** A portal that begins with the keys as they are now: who does not find their last words in it. */
async function notOpening(
  portal: Portal,
  settings: Record<string, string>,
  { last, people, lesson }: Standing,
) {
  const process = await startProcess({
    ...testSettings,
    ...{ DATABASE_URL: portal.database.url, RESEND_BASE_URL: portal.mailbox },
    ...settings,
  }).catch((error: Error) => error.message);
  if (typeof process === "string") return [process.slice(0, 300)];
  try {
    const pages = await Promise.all(
      people.map(({ session }) => ask(process, `/lessons/${lesson.slug}`, { session })),
    );
    return pages.flatMap(({ status, text }, nth) =>
      status === 200 && text.includes(last[nth] ?? "") ? [] : [`person ${nth}: ${status}`],
    );
  } finally {
    await process.kill("SIGTERM");
  }
}

/** What a portal says that is started with these keys. */
async function startRefused(portal: Portal, keys: string): Promise<string> {
  const settings = { ...testSettings, DATABASE_URL: portal.database.url, RESEND_BASE_URL: portal.mailbox };
  try {
    const process = await startProcess({ ...settings, ENCRYPTION_KEYS: keys });
    await process.kill("SIGTERM");
    return "it starts";
  } catch (error) {
    return (error as Error).message;
  }
}

// The test's own hands are in the world's database; for a moment they are in this one.
async function onDatabaseOf<T>({ database }: Portal, work: () => Promise<T>): Promise<T> {
  const usual = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = database.url;
  try {
    return await work();
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = usual;
  }
}
