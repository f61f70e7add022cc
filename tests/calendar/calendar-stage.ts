import { afterAll, beforeAll, beforeEach } from "vitest";
import { asSystem } from "#db/client.ts";
import { busyFeeds } from "#db/schema/index.ts";
import { claimFeed, refreshFeed } from "#lib/calendar/busy/refresh-feeds.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { type CalendarHost, startCalendarHost } from "#tests/support/calendar-host.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const address = "https://calendar.example.org/busy.ics?key=secret";
export const tomorrow = Math.ceil(Date.now() / day) * day + 10 * hour;
export const hourFrom = (start: number) => ({ start, end: start + hour });

type Answer = Parameters<CalendarHost["serve"]>[1];

/** Call at the top of a test of calendars: a host for them, and none that is due but those of the test. */
export function onCalendarHost() {
  let host: CalendarHost;
  beforeAll(async () => {
    host = await startCalendarHost();
  });
  afterAll(async () => {
    await stopJobs(1_000);
    await host.stop();
  });
  beforeEach(async () => {
    await asSystem("a test begins", (tx) => tx.delete(busyFeeds));
  });
  return {
    /** What is at the address from now on. */
    serve: (answer: Answer) => host.serve("/busy.ics?key=secret", answer),
    reach: (names?: Record<string, string[]>) => host.reach(names),
    knocks: () => host.knocks(),
    /** Reads the calendar that is due as its job does, at a moment of the test's choosing. */
    async look(at = Date.now()): Promise<void> {
      const feed = await claimFeed(at);
      if (!feed) throw new Error("No calendar is due");
      await refreshFeed(feed, host.reach());
    },
  };
}

const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");

/** A calendar with an hour from each of these instants on. */
export const calendarOf = (...starts: number[]) =>
  [
    "BEGIN:VCALENDAR",
    ...starts.flatMap((start, at) => [
      "BEGIN:VEVENT",
      `UID:${at}`,
      `DTSTART:${stamp(start)}`,
      "DURATION:PT1H",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
