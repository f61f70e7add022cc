import type { Figure } from "#tests/bench/figure.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { fillBook, thisHour } from "./full-book.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals } from "./on-portal.ts";

const LIMIT = 3; // times a route handler that does nothing
const bookings = 2_000;
const halfHour = 1_800_000;

/** What four weeks of free times cost over HTTP, with a coach whose book is full, beside an empty handler's answer. */
export function run(): Promise<Figure[]> {
  return onPortals(1, async (site) => {
    const now = Date.now();
    const type = await site.within(async () => {
      const [coach, client] = [await aCoach({ zone: "Europe/Lisbon" }), await aClient()];
      const type = await aType(coach, { minutes: 30, step: 30, horizonDays: 365 });
      // Every hour has a half that is free.
      const from = thisHour(now) - (bookings / 2) * 2 * halfHour;
      await fillBook(site, { coach, client, type, count: bookings, from, every: 2 * halfHour });
      return type;
    });
    const from = new Date(now + 48 * halfHour).toISOString().slice(0, 10);
    const question = `/api/slots?${new URLSearchParams({ type, from, days: "28", zone: "America/New_York" })}`;
    const caller = callerOf(site.url);
    const { days } = JSON.parse(await caller.get(question)) as { days: { starts: string[] }[] };
    if (days.length !== 28 || days.some(({ starts }) => starts.length === 0))
      throw new Error("Not the four weeks that were asked for");
    const [ours, floor] = await medianCalls(
      { rounds: 1500, warmUp: 200 },
      () => caller.get(question),
      () => caller.get("/api/health/live"),
    );
    caller.hangUp();
    const ratio = ours / floor;
    const title = "four weeks of 2,000 bookings";
    return [{ case: title, ours, floor, unit: "ms", ratio, limit: LIMIT, ok: ratio <= LIMIT }];
  });
}
