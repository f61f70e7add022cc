import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupByDate } from "#lib/bookings/group-by-date.ts";
import { listDates } from "#lib/bookings/rules.ts";
import { dateIn } from "#lib/time/words.ts";

const minute = 60_000;
const day = 86_400_000;
const zones = [
  "UTC",
  "Europe/Lisbon",
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Apia",
  "America/St_Johns",
  "Africa/Casablanca",
];

describe("times under their local dates", () => {
  test("are where the calendar of the zone has them, in any zone and year", () => {
    const years = { min: Date.UTC(2000, 0, 3) / minute, max: Date.UTC(2099, 10, 1) / minute };
    const question = fc.record({
      zone: fc.constantFrom(...zones),
      first: fc.integer(years),
      gaps: fc.array(fc.integer({ min: 1, max: 1_500 }), { maxLength: 60 }),
      days: fc.integer({ min: 1, max: 42 }),
    });
    fc.assert(
      fc.property(question, ({ zone, first, gaps, days }) => {
        let at = first * minute;
        const starts = [at, ...gaps.map((gap) => (at += gap * minute))];
        const dates = listDates(dateIn(first * minute, zone), days);
        const expected = dates.map((date) => ({
          date,
          starts: starts
            .filter((start) => dateIn(start, zone) === date)
            .map((start) => new Date(start).toISOString()),
        }));
        expect(groupByDate(starts, dates, zone)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("that are not on a whole minute keep their seconds", () => {
    const start = Date.parse("2026-12-01T10:00:07.250Z");
    expect(groupByDate([start], ["2026-12-01"], "UTC")).toEqual([
      { date: "2026-12-01", starts: ["2026-12-01T10:00:07.250Z"] },
    ]);
  });

  test("leave a day without any in its place, and days of nobody out", () => {
    const starts = [Date.UTC(2026, 10, 30, 9), Date.UTC(2026, 11, 2, 9), Date.UTC(2026, 11, 2, 9) + 30 * day];
    const days = groupByDate(starts, ["2026-11-30", "2026-12-01", "2026-12-02"], "UTC");
    expect(days.map(({ starts }) => starts.length)).toEqual([1, 0, 1]);
    expect(groupByDate([], ["2026-12-01"], "UTC")).toEqual([{ date: "2026-12-01", starts: [] }]);
  });
});
