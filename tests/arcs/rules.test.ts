import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fits,
  following,
  kindOf,
  misplaced,
  nearest,
  type OtherStep,
  orderOfSteps,
  otherSteps,
  windowOf,
} from "#lib/arcs/rules.ts";

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const lisbon = "Europe/Lisbon";
const guidance = { start: at("2026-12-10T09:00:00Z"), end: at("2026-12-10T17:00:00Z") };
const session = (start: string, minutes = 60) => ({ start: at(start), end: at(start) + minutes * minute });

describe("preparation", () => {
  test("ends 90 days to 24 hours before guidance begins, to the millisecond", () => {
    const { from, until, ideal } = windowOf("preparation", 75, guidance, lisbon);
    expect([iso(from), iso(until - 1), iso(ideal)]).toEqual([
      "2026-09-11T07:45:00.000Z",
      "2026-12-09T07:45:00.000Z",
      "2026-12-03T09:00:00.000Z",
    ]);
    const ending = (end: number) => ({ start: end - 75 * minute, end });
    for (const [end, holds] of [
      [guidance.start - day, true],
      [guidance.start - day + 1, false],
      [guidance.start - 90 * day, true],
      [guidance.start - 90 * day - 1, false],
    ] as const)
      expect(fits("preparation", ending(end), guidance, lisbon)).toBe(holds);
  });

  test("is best a week before at the same time of day, also across a change of the clocks", () => {
    const autumn = { start: at("2026-10-28T09:00:00Z"), end: at("2026-10-28T17:00:00Z") };
    expect(iso(windowOf("preparation", 75, autumn, lisbon).ideal)).toBe("2026-10-21T08:00:00.000Z");
  });
});

describe("what comes after", () => {
  test.each<[OtherStep, string, string, string]>([
    ["after_days", "2026-12-11", "2026-12-13", "2026-12-12"],
    ["after_week", "2026-12-15", "2026-12-19", "2026-12-17"],
    ["after_two_weeks", "2026-12-22", "2026-12-26", "2026-12-24"],
    ["after_month", "2027-01-05", "2027-01-13", "2027-01-09"],
  ])("%s lies from %s to %s, best on %s", (step, first, last, best) => {
    const { from, until, ideal } = windowOf(step, 60, guidance, lisbon);
    expect([iso(from), iso(until - 1), iso(ideal)]).toEqual([
      `${first}T00:00:00.000Z`,
      `${last}T23:59:59.999Z`,
      `${best}T09:00:00.000Z`,
    ]);
  });

  test("is counted in the coach's dates, not in hours and not in UTC", () => {
    const evening = { start: at("2026-12-10T18:00:00Z"), end: at("2026-12-11T02:00:00Z") };
    // In Lima guidance ends at 21:00 on the tenth; in Kathmandu on the eleventh at 07:45.
    expect(iso(windowOf("after_days", 60, evening, "America/Lima").from)).toBe("2026-12-11T05:00:00.000Z");
    expect(iso(windowOf("after_days", 60, evening, "Asia/Kathmandu").from)).toBe("2026-12-11T18:15:00.000Z");
  });

  test("counts from the day it took place, when it ends at midnight", () => {
    const late = { start: at("2026-12-10T16:00:00Z"), end: at("2026-12-11T00:00:00Z") };
    expect(iso(windowOf("after_days", 60, late, lisbon).from)).toBe("2026-12-11T00:00:00.000Z");
  });

  test("has days of 23, 25 and 24 and a half hours where the clocks change", () => {
    const hoursAfter = (date: string, zone: string) => {
      const one = { start: at(`${date}T08:00:00Z`), end: at(`${date}T12:00:00Z`) };
      const { from, until } = windowOf("after_days", 60, one, zone);
      return (until - from) / hour;
    };
    expect(hoursAfter("2026-10-23", lisbon)).toBe(73);
    expect(hoursAfter("2027-03-26", lisbon)).toBe(71);
    expect(hoursAfter("2027-04-02", "Australia/Lord_Howe")).toBe(72.5);
  });

  test("begins at one in the morning where midnight is skipped", () => {
    const one = { start: at("2026-09-04T12:00:00Z"), end: at("2026-09-04T20:00:00Z") };
    expect(iso(windowOf("after_days", 60, one, "America/Santiago").until)).toBe("2026-09-08T03:00:00.000Z");
    const eve = { start: at("2026-09-05T12:00:00Z"), end: at("2026-09-05T20:00:00Z") };
    expect(iso(windowOf("after_days", 60, eve, "America/Santiago").from)).toBe("2026-09-06T04:00:00.000Z");
  });
});

const anArc = fc.record({
  zone: fc.constantFrom(lisbon, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"),
  start: fc
    .integer({ min: at("2026-01-01T00:00:00Z") / minute, max: at("2028-12-31T00:00:00Z") / minute })
    .map((minutes) => minutes * minute),
  minutes: fc.integer({ min: 30, max: 720 }),
  ofOthers: fc.integer({ min: 20, max: 120 }),
});

test("windows follow one another and never meet, so that order holds where distances hold", () => {
  fc.assert(
    fc.property(anArc, ({ zone, start, minutes, ofOthers }) => {
      const around = { start, end: start + minutes * minute };
      let ended = Number.NEGATIVE_INFINITY;
      for (const step of orderOfSteps) {
        const { from, until, ideal } =
          step === "guidance"
            ? { from: start, until: start + 1, ideal: start }
            : windowOf(step, ofOthers, around, zone);
        expect(from).toBeGreaterThanOrEqual(ended);
        expect(ideal).toBeGreaterThanOrEqual(from);
        expect(ideal).toBeLessThan(until);
        ended = step === "guidance" ? around.end : until - 1;
      }
    }),
  );
});

test("what follows guidance to another day fits there as it did before", () => {
  fc.assert(
    fc.property(anArc, fc.integer({ min: -60, max: 60 }), ({ zone, start, minutes, ofOthers }, days) => {
      const [from, to] = [start, start + days * day].map((one) => ({
        start: one,
        end: one + minutes * minute,
      })) as [typeof guidance, typeof guidance];
      for (const { step } of otherSteps.slice(1)) {
        const { ideal } = windowOf(step, ofOthers, from, zone);
        const moved = following(ideal, from, to, zone);
        expect(fits(step, { start: moved, end: moved + ofOthers * minute }, to, zone)).toBe(true);
      }
    }),
  );
});

test("an arc names the sessions that stand where they should not", () => {
  const sessions = [
    { step: "preparation" as const, during: session("2026-12-10T18:00:00Z") },
    { step: "after_days" as const, during: session("2026-12-11T08:00:00Z") },
    { step: "after_week" as const, during: session("2026-12-20T08:00:00Z") },
  ];
  expect(misplaced([...sessions, { step: "guidance", during: guidance }], lisbon)).toEqual([
    "preparation",
    "after_week",
  ]);
  expect(misplaced(sessions, lisbon)).toEqual([]);
});

test("the nearest starts come first, the earlier of two that are as near", () => {
  expect(nearest([1, 4, 6, 9, 20], 5, 3)).toEqual([4, 6, 1]);
  expect(nearest([], 5, 3)).toEqual([]);
});

test("every step is a kind of session", () => {
  expect(orderOfSteps.map(kindOf)).toEqual([
    "preparation",
    "guidance",
    "integration",
    "integration",
    "integration",
    "integration",
  ]);
});
