import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reminderDue, reminderTimes } from "#lib/bookings/reminders/due.ts";
import { usualHabits } from "#lib/mail/habits.ts";
import { wallTimeAt } from "#lib/time/wall-clock.ts";

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const since = at("2026-01-01T00:00:00Z");
const habits = (zone: string, own = {}) => ({ ...usualHabits, zone, ...own });
const shown = (ms: number | undefined, zone: string) => {
  if (ms === undefined) return undefined;
  const { date, minute } = wallTimeAt(ms, zone);
  return `${date} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
};

/** When both come, on the reader's clock. */
function clock(start: string, zone: string, own = {}) {
  const { first, last } = reminderTimes({ start: at(start), since }, habits(zone, own));
  return [shown(first, zone), shown(last, zone)];
}

describe("the two reminders of a meeting", () => {
  test("come a day and an hour before it", () => {
    expect(clock("2026-12-08T18:00:00Z", "Europe/Lisbon")).toEqual(["2026-12-07 18:00", "2026-12-08 17:00"]);
  });

  test("come as early as the reader wants", () => {
    const own = { firstReminder: 2 * 1440 + 180, lastReminder: 15 };
    expect(clock("2026-12-08T18:00:00Z", "Europe/Lisbon", own)).toEqual([
      "2026-12-06 15:00",
      "2026-12-08 17:45",
    ]);
  });

  test("come in the last minute before quiet hours that they would fall into", () => {
    expect(clock("2026-12-08T08:30:00Z", "Europe/Lisbon")).toEqual(["2026-12-06 19:59", "2026-12-07 19:59"]);
    expect(clock("2026-12-08T20:30:00Z", "Europe/Lisbon")).toEqual(["2026-12-07 19:59", "2026-12-08 19:30"]);
  });

  test("are one where the later would come no later than the earlier", () => {
    const own = { firstReminder: 720 };
    expect(clock("2026-12-08T08:30:00Z", "Europe/Lisbon", own)).toEqual(["2026-12-07 19:59", undefined]);
  });

  test("know quiet hours in the middle of the day, and none", () => {
    const siesta = { quietFrom: 780, quietUntil: 900 };
    expect(clock("2026-12-08T15:00:00Z", "Europe/Lisbon", siesta)).toEqual([
      "2026-12-07 15:00",
      "2026-12-08 12:59",
    ]);
    const never = { quietFrom: 0, quietUntil: 0 };
    expect(clock("2026-12-08T03:00:00Z", "Europe/Lisbon", never)).toEqual([
      "2026-12-07 3:00",
      "2026-12-08 2:00",
    ]);
  });
});

describe("across the changes of the clocks", () => {
  test("a day before is the same hour on the reader's clock", () => {
    // Lisbon turns back on 25 October and forward on 28 March.
    expect(clock("2026-10-25T18:00:00Z", "Europe/Lisbon")).toEqual(["2026-10-24 18:00", "2026-10-25 17:00"]);
    expect(clock("2027-03-28T17:00:00Z", "Europe/Lisbon")).toEqual(["2027-03-27 18:00", "2027-03-28 17:00"]);
  });

  test("it is the reader's clock that counts, not the coach's", () => {
    // The same meeting, for a reader in New York, where the clocks turn a week later.
    expect(clock("2026-10-25T18:00:00Z", "America/New_York")).toEqual([
      "2026-10-24 14:00",
      "2026-10-25 13:00",
    ]);
    expect(clock("2026-11-01T18:00:00Z", "America/New_York")).toEqual([
      "2026-10-31 13:00",
      "2026-11-01 12:00",
    ]);
    expect(clock("2027-03-14T16:00:00Z", "America/New_York")).toEqual([
      "2027-03-13 12:00",
      "2027-03-14 11:00",
    ]);
  });

  test("an hour before is an hour, also in the night in which one is missing", () => {
    const never = { quietFrom: 0, quietUntil: 0 };
    // 02:30 in Lisbon; at 01:00 it was 02:00 at once.
    const [, last] = clock("2027-03-28T01:30:00Z", "Europe/Lisbon", never);
    expect(last).toBe("2027-03-28 0:30");
    // A day before would be 01:30, which is skipped on the 28th.
    expect(clock("2027-03-29T00:30:00Z", "Europe/Lisbon", never)[0]).toBe("2027-03-28 2:00");
  });
});

describe("what is left out rather than sent late", () => {
  const start = at("2026-12-08T18:00:00Z");
  const lisbon = habits("Europe/Lisbon");
  const times = (made: string) => Object.keys(reminderTimes({ start, since: at(made) }, lisbon));

  test("is what was due before the meeting was made or moved to this time", () => {
    expect(times("2026-12-07T18:00:00Z")).toEqual(["first", "last"]);
    expect(times("2026-12-07T18:00:01Z")).toEqual(["last"]);
    expect(times("2026-12-08T17:00:00Z")).toEqual(["last"]);
    expect(times("2026-12-08T17:00:01Z")).toEqual([]);
  });

  test("is the first one as soon as the last is due, and everything once the meeting has begun", () => {
    const due = (iso: string) => reminderDue({ start, since }, lisbon, at(iso));
    expect(due("2026-12-07T17:59:59Z")).toBeUndefined();
    expect(due("2026-12-07T18:00:00Z")).toBe("first");
    expect(due("2026-12-08T16:59:59Z")).toBe("first");
    expect(due("2026-12-08T17:00:00Z")).toBe("last");
    expect(due("2026-12-08T17:59:59Z")).toBe("last");
    expect(due("2026-12-08T18:00:00Z")).toBeUndefined();
  });
});

test("whatever the zone, the hours and the wishes: in order, ahead of the meeting, not before it was made, never in quiet hours", () => {
  const quarter = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
  const moment = fc.integer({
    min: at("2026-01-01T00:00:00Z") / 900_000,
    max: at("2027-12-31T00:00:00Z") / 900_000,
  });
  const zone = fc.constantFrom(
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
  );
  const wishes = fc.record({
    zone,
    firstReminder: fc.integer({ min: 720, max: 10_080 }),
    lastReminder: fc.integer({ min: 15, max: 720 }),
    quietFrom: quarter,
    quietUntil: quarter,
  });
  fc.assert(
    fc.property(wishes, moment, fc.integer({ min: 0, max: 240 }), (own, slot, hoursAgo) => {
      const start = slot * 900_000;
      const made = start - hoursAgo * hour;
      const { first, last } = reminderTimes({ start, since: made }, own);
      for (const due of [first, last]) {
        if (due === undefined) continue;
        expect(due >= made && due < start).toBe(true);
        const { minute } = wallTimeAt(due, own.zone);
        const { quietFrom: from, quietUntil: until } = own;
        expect(from <= until ? from <= minute && minute < until : minute >= from || minute < until).toBe(
          false,
        );
      }
      if (first !== undefined && last !== undefined) expect(first).toBeLessThan(last);
    }),
    { numRuns: 500 },
  );
});
