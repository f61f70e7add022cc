import { dateIn } from "#lib/time/words.ts";
import type { Figure } from "#tests/bench/figure.ts";
import { aClient, aCoach, aSession, aType } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { fillBook, thisHour } from "./full-book.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals, type Site } from "./on-portal.ts";

const LIMIT = 1.3; // times the same week in a small practice
const hour = 3_600_000;
const day = 24 * hour;

/** What a coach's week costs over HTTP in a practice with 100,000 bookings, beside the same week in one with 100. */
export function run(): Promise<Figure[]> {
  return onPortals(2, async (large, small) => {
    if (!large || !small) throw new Error("Two portals were asked for");
    const now = Date.now();
    const largest = await aPractice(large, now, { others: 9, of: 5_000, before: 54_900 });
    const smallest = await aPractice(small, now, { others: 0, of: 0, before: 0 });
    const page = `/coach/calendar?view=week&date=${dateIn(now, "UTC")}`;
    const callers = [callerOf(large.url, largest), callerOf(small.url, smallest)] as const;
    const pages = await Promise.all(callers.map((caller) => caller.get(page)));
    const [inLarge, inSmall] = pages.map((html) => html.match(/10 minutes past|:10/g)?.length ?? 0);
    if (!inLarge || inLarge !== inSmall) throw new Error("Both pages should show the same sessions");
    const [ours, floor] = await medianCalls(
      { rounds: 150, warmUp: 50 },
      () => callers[0].get(page),
      () => callers[1].get(page),
    );
    for (const caller of callers) caller.hangUp();
    const ratio = ours / floor;
    const title = "week, 100,000 against 100";
    return [{ case: title, ours, floor, unit: "ms", ratio, limit: LIMIT, ok: ratio <= LIMIT }];
  });
}

type Rest = { others: number; of: number; before: number };

/** A coach with a hundred sessions around now; gives her session cookie. In a large practice also years `before`, and `others`. */
function aPractice(site: Site, now: number, { others, of, before }: Rest): Promise<string> {
  return site.within(async () => {
    const coach = await aCoach();
    const type = await aType(coach, { minutes: 30 });
    const book = async (count: number, from: number, every: number) =>
      fillBook(site, { coach, client: await aClient(), type, count, from, every });
    // Ten minutes past, so that the page can be asked whether it shows them.
    await book(100, thisHour(now) - 6 * day + hour / 6, 3 * hour);
    if (before > 0) await book(before, now - (before + 200) * hour, hour);
    for (let other = 0; other < others; other++) {
      const colleague = await aCoach();
      const kind = await aType(colleague);
      const theirs = { coach: colleague, client: await aClient(), type: kind, count: of };
      await fillBook(site, { ...theirs, from: now - (of / 2) * hour, every: hour });
    }
    return aSession(coach);
  });
}
