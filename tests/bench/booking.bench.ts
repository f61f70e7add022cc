import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Figure } from "#tests/bench/figure.ts";
import { aClient, aCoach, aSession, aType } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { thisHour } from "./full-book.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals } from "./on-portal.ts";
import { copyRows, rowsOf } from "./same-rows.ts";

const LIMIT = 4; // times the same rows by plain SQL
const hour = 3_600_000;
const calls = { rounds: 200, warmUp: 100 };

/** What a booking costs over HTTP, mail and all, beside the rows that it writes, written by plain SQL. */
export function run(): Promise<Figure[]> {
  return onPortals(1, async (site) => {
    const { type, session, others } = await site.within(async () => {
      const [coach, client] = [await aCoach({ isAwake: true }), await aClient()];
      const type = await aType(coach, { minutes: 45, step: 60, horizonDays: 365 });
      const others = { coachId: (await aCoach()).id, clientId: (await aClient()).id };
      return { type, session: await aSession(client), others };
    });
    const first = thisHour(Date.now()) + 48 * hour;
    const caller = callerOf(site.url, session);
    const book = async (turn: number) => {
      const body = { typeId: type, start: new Date(first + turn * hour).toISOString(), zone: "UTC" };
      return JSON.parse(await caller.post("/api/bookings", body, randomUUID())) as { bookingId: string };
    };
    const { bookingId } = await book(-1);
    const rows = await rowsOf(site, bookingId);
    const plain = postgres(site.databaseUrl, { max: 1 });
    const [ours, floor] = await medianCalls(calls, book, (turn) => copyRows(plain, rows, others, turn));
    await plain.end({ timeout: 5 });
    caller.hangUp();
    const ratio = ours / floor;
    return [{ case: "a booking", ours, floor, unit: "ms", ratio, limit: LIMIT, ok: ratio <= LIMIT }];
  });
}
