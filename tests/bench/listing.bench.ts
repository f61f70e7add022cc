import type { Figure } from "#tests/bench/figure.ts";
import { aClient, aCoach, always, aType } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { fillBook, thisHour } from "./full-book.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals, type Site } from "./on-portal.ts";

const LIMIT = 3; // times a route handler that does nothing
const [bookings, feeds] = [2_000, 3];
const hour = 3_600_000;
const day = 24 * hour;
const longDays = always.map((hours) => ({ ...hours, from: "07:00", to: "21:00" }));

/** What four weeks of free times cost over HTTP, with a coach whose book is full, beside an empty handler's answer. */
export function run(): Promise<Figure[]> {
  return onPortals(1, async (site) => {
    const now = Date.now();
    const type = await site.within(() => aBusyCoach(site, now));
    const from = new Date(now + 2 * day).toISOString().slice(0, 10);
    const question = `/api/slots?${new URLSearchParams({ type, from, days: "28", zone: "America/New_York" })}`;
    const caller = callerOf(site.url);
    const { days } = JSON.parse(await caller.get(question)) as { days: { starts: string[] }[] };
    if (days.length !== 28 || days.some(({ starts }) => starts.length === 0))
      throw new Error("Not the four weeks that were asked for");
    const [ours, floor] = await medianCalls(
      { rounds: 400, warmUp: 200 },
      () => caller.get(question),
      () => caller.get("/api/health/live"),
    );
    caller.hangUp();
    const ratio = ours / floor;
    const title = "2,000 bookings and 3 feeds";
    return [{ case: title, ours, floor, unit: "ms", ratio, limit: LIMIT, ok: ratio <= LIMIT }];
  });
}

/** Twelve sessions a day, half before now and half after, and three calendars elsewhere; gives the kind to ask for. */
async function aBusyCoach(site: Site, now: number): Promise<string> {
  const [coach, client] = [await aCoach({ zone: "Europe/Lisbon", hours: longDays }), await aClient()];
  const type = await aType(coach, { minutes: 30, step: 30, horizonDays: 365 });
  const from = thisHour(now) - bookings * hour;
  await fillBook(site, { coach, client, type, count: bookings, from, every: 2 * hour });
  for (let feed = 0; feed < feeds; feed++) {
    const [made] = await site.admin`
      insert into busy_feeds (coach_id, name, host, url, state)
      values (${coach.id}, ${`Calendar ${feed}`}, 'calendar.example.org', '\\x00', 'good') returning id`;
    await site.admin`
      insert into busy_times (feed_id, coach_id, during)
      select ${made?.id}, ${coach.id}, tstzrange(at, at + interval '45 minutes')
      from generate_series(0, 364) as n, to_timestamp(${(now - 30 * day + feed * 3 * hour) / 1000}::float8 + n * 86400) as at`;
  }
  return type;
}
