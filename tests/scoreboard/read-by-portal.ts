import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { makeFeed } from "#tests/calendar/written/make-meetings.ts";
import { busyByModel } from "#tests/calendar/written/reference.ts";
import { writeFeed } from "#tests/calendar/written/write-feed.ts";
import { aCoach, aSession } from "#tests/support/people.ts";
import { calendarHome, startPortalWithCalendars } from "#tests/support/portal-with-calendars.ts";
import { ask } from "./ask.ts";

/** One calendar through the whole of a built portal: added by a coach, read by its job, kept in its database. */
export async function readByPortal(seed: number) {
  const feed = makeFeed(seed, Date.now());
  const { portal, host, stop } = await startPortalWithCalendars("empty");
  const look = postgres(portal.database.adminUrl, { max: 1, onnotice: () => {} });
  try {
    host.serve("/busy.ics", writeFeed(feed.style, feed.meetings));
    const session = await onDatabase(portal.database.url, async () =>
      aSession(await aCoach({ zone: feed.zone })),
    );
    const [process] = portal.processes;
    const body = { name: "Private", address: `webcal://${calendarHome}/busy.ics` };
    const began = performance.now();
    await ask(process, "/api/busy-feeds", { session, body });
    const answeredAfter = Math.round(performance.now() - began);
    const goodAt = await untilRead(look);
    const busy = await look<{ start: number; end: number }[]>`
      select extract(epoch from lower(during))::float8 * 1000 as start, extract(epoch from upper(during))::float8 * 1000 as end
      from busy_times order by 1`;
    const expected = goodAt ? busyByModel(feed.meetings, { zone: feed.zone, now: goodAt }) : [];
    const isRight = goodAt !== undefined && JSON.stringify(busy) === JSON.stringify(expected);
    return { isRight, counts: { "read by the portal": isRight ? 1 : 0, "added in ms": answeredAfter } };
  } finally {
    await look.end({ timeout: 5 });
    await stop();
  }
}

/** When it was read well, or undefined when it was not within twenty seconds. */
async function untilRead(look: postgres.Sql): Promise<number | undefined> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await look`select state, good_at from busy_feeds`;
    if (row?.state === "good") return (row.good_at as Date).getTime();
    if (row?.state === "broken") return undefined;
    await pause(100);
  }
  return undefined;
}

// The test's own hands are in the world's database; for a moment they are in this one.
async function onDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const usual = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = url;
  try {
    return await work();
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = usual;
  }
}
