import fc from "fast-check";
import { aClient, aSession } from "#tests/support/people.ts";
import { accessTable } from "./access-table.ts";
import { type BadInput, badInputs } from "./bad-inputs.ts";
import type { BoardTest } from "./board.ts";
import { aCast, type Cast } from "./cast.ts";
import { seedOfRun } from "./chance.ts";
import { goodRequest } from "./requests.ts";
import { builtRoutes, isHandler } from "./routes.ts";
import { changedTables, snapshot, untilAllIsDone } from "./state.ts";
import { type Draft, type Heard, render, sendBytes } from "./wire.ts";
import type { World } from "./world.ts";

const atOnce = 8;

type Seen = {
  sent: number;
  wrong: string[];
  changed: string[];
  times: number[];
  statuses: Map<string, number>;
};

/** Everything a stranger could send instead of what a route asks for. */
export const s10: BoardTest = {
  id: "S10",
  title: "Bad inputs",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const each = quick ? 60 : 2_000;
    const people = await aCast();
    const { ada, sol, kim } = people.sessions;
    const sessions = [undefined, ada, sol, kim, await aNewcomer()];
    const routes = (await builtRoutes()).filter((path) => isHandler(path) && (guard || twins.has(path)));
    const seen: Seen = { sent: 0, wrong: [], changed: [], times: [], statuses: new Map() };
    for (const [at, path] of routes.entries()) {
      const goods = sessions.map((session) => goodDraft(world, people, path, session));
      const inputs = fc.sample(fc.oneof(...goods.map(badInputs)), {
        numRuns: guard ? each : 20,
        seed: seed + at,
      });
      await untilAllIsDone(world);
      const before = await snapshot(world);
      if (!guard) await twins.get(path)?.(world, inputs, goods[0]);
      await sendAll(world, path, inputs, seen);
      const changed = changedTables(before, await snapshot(world));
      if (changed.length > 0) seen.changed.push(`${path} changed ${changed.join(", ")}`);
    }
    const failed = seen.wrong.filter((one) => / 5\d\d /.test(one));
    const first = [...seen.changed, ...failed, ...seen.wrong].slice(0, 12);
    const isNoticed = failed.length > 0 && seen.changed.length > 0;
    return {
      tried: `${seen.sent} bad inputs for ${routes.length} route handlers, as visitor, client, coach and owner`,
      counts: {
        seed,
        "500 or more": failed.length,
        "not refused": seen.wrong.length - failed.length,
        "routes that changed rows": seen.changed.length,
        "p99 ms": Math.round(seen.times.sort((a, b) => a - b)[Math.floor(seen.times.length * 0.99)] ?? 0),
        answers: [...seen.statuses]
          .sort()
          .map(([status, count]) => `${status}×${count}`)
          .join(" "),
        ...(first.length > 0 && { first: first.join(" · ") }),
      },
      pass: guard ? first.length === 0 : !isNoticed,
    };
  },
};

/** A client who has nothing here yet. */
async function aNewcomer(): Promise<string> {
  return aSession(await aClient(), { now: Date.now() + 3_600_000 });
}

function goodDraft({ processes: [{ url }] }: World, people: Cast, path: string, session?: string): Draft {
  const method = `GET ${path}` in accessTable ? "GET" : "POST";
  const { ours } = people;
  const { subject = "type" } = goodRequest(method, path, ours, "");
  const id = ours.ids[subject];
  const { query = "", body } = goodRequest(method, path, ours, id);
  return {
    method,
    path,
    id,
    query,
    body,
    headers: {
      host: new URL(url).host,
      origin: url,
      "sec-fetch-site": "same-origin",
      ...(method === "POST" && { "content-type": "application/json" }),
      ...(session && { cookie: `attune=${session}` }),
    },
  };
}

async function sendAll({ processes }: World, path: string, inputs: BadInput[], seen: Seen): Promise<void> {
  const waiting = [...inputs];
  const work = async () => {
    for (let input = waiting.pop(); input; input = waiting.pop()) {
      // The origin of the good request is the first process's.
      const heard = await sendBytes(processes[0], input.bytes, input.endsEarly);
      seen.sent += 1;
      seen.times.push(heard.ms);
      seen.statuses.set(String(heard.status), (seen.statuses.get(String(heard.status)) ?? 0) + 1);
      if (!isRight(input, heard)) seen.wrong.push(`${path} ${heard.status} to ${JSON.stringify(input.what)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function isRight({ isHarmless, isBroken }: BadInput, { status }: Heard): boolean {
  if (typeof status === "string") return isBroken && status === "cut off";
  return status < 500 && (isHarmless || status >= 300);
}

type Twin = (world: World, inputs: BadInput[], good: Draft | undefined) => Promise<void>;

/** Without its guard: a route that fails, and among the bad a request that is good. */
const twins = new Map<string, Twin>([
  [
    "/api/holds",
    async (_, inputs, good) => {
      if (good)
        inputs.push({
          what: "a good one",
          bytes: render(good),
          isHarmless: false,
          isBroken: false,
          endsEarly: false,
        });
    },
  ],
  [
    "/api/sign-in/again",
    async ({ look }) => {
      await look`alter table auth_tokens rename column token_hash to gone`;
    },
  ],
]);
