import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestTimes } from "#lib/bookings/nearest-times.ts";

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const wanted = at("2026-12-03T10:00:00Z");

describe("the times offered in place of one that is gone", () => {
  test("are one earlier, one later, the same hour on another day and a week later", () => {
    const starts = ["03T08", "03T09", "03T11", "03T15", "04T10", "05T10", "10T10"].map((time) =>
      at(`2026-12-${time}:00:00Z`),
    );
    expect(nearestTimes(starts, wanted, "UTC")).toEqual([
      { start: at("2026-12-03T09:00:00Z"), how: "earlier" },
      { start: at("2026-12-03T11:00:00Z"), how: "later" },
      { start: at("2026-12-04T10:00:00Z"), how: "next-day" },
      { start: at("2026-12-10T10:00:00Z"), how: "next-week" },
    ]);
  });

  test("keep to the reader's clock when it changes in between", () => {
    // Lisbon leaves summer time on 25 October: ten in the morning is an hour later in UTC.
    const before = at("2026-10-22T09:00:00Z");
    expect(
      nearestTimes([at("2026-10-29T09:00:00Z"), at("2026-10-29T10:00:00Z")], before, "Europe/Lisbon"),
    ).toEqual([
      { start: at("2026-10-29T09:00:00Z"), how: "soon" },
      { start: at("2026-10-29T10:00:00Z"), how: "next-week" },
    ]);
  });

  test("are whatever comes soonest, when nothing is alike", () => {
    expect(
      nearestTimes([wanted + 50 * hour, wanted + 53 * hour], wanted, "UTC").map(({ how }) => how),
    ).toEqual(["soon", "soon"]);
  });

  test("are none, when none is free", () => {
    expect(nearestTimes([], wanted, "UTC")).toEqual([]);
    expect(nearestTimes([wanted], wanted, "UTC")).toEqual([]);
  });

  test("are at most four, free, each once, in order, and never the one that is gone", () => {
    const hours = fc.uniqueArray(fc.integer({ min: -200, max: 400 }), { maxLength: 60 });
    fc.assert(
      fc.property(hours, fc.constantFrom("UTC", "Asia/Kathmandu", "America/St_Johns"), (list, zone) => {
        const starts = list.sort((a, b) => a - b).map((n) => wanted + n * hour);
        const near = nearestTimes(starts, wanted, zone).map(({ start }) => start);
        expect(near.length).toBe(Math.min(4, starts.filter((start) => start !== wanted).length));
        expect(near.every((start) => starts.includes(start) && start !== wanted)).toBe(true);
        expect([...new Set(near)].sort((a, b) => a - b)).toEqual(near);
      }),
    );
  });
});
