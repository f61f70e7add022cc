import { expect, test } from "vitest";
import { hoursOfKind } from "#lib/availability/hours-of-kind.ts";

const kept = {
  weekly: [
    { weekday: 1, from: "09:00", to: "12:00" },
    { weekday: 1, from: "13:00", to: "17:00", kinds: ["integration", "preparation"] },
    { weekday: 5, from: "08:30", to: "17:30", kinds: ["guidance"] },
  ],
  overrides: [
    { date: "2026-12-09", hours: [{ from: "09:00", to: "18:00", kinds: ["guidance"] }] },
    { date: "2026-12-24", hours: [{ from: "09:00", to: "10:00" }] },
  ],
  timeOff: [{ fromDate: "2026-12-23", toDate: "2026-12-25" }],
};

test("each kind has the hours that are for it or for all", () => {
  expect(hoursOfKind("integration", kept).weeklyHours).toEqual([
    { weekday: 1, from: "09:00", to: "12:00" },
    { weekday: 1, from: "13:00", to: "17:00" },
  ]);
  expect(hoursOfKind("guidance", kept).weeklyHours).toEqual([
    { weekday: 1, from: "09:00", to: "12:00" },
    { weekday: 5, from: "08:30", to: "17:30" },
  ]);
});

test("a changed day is closed to the kinds that it is not for", () => {
  const [changed] = hoursOfKind("integration", kept).dateOverrides;
  expect(changed).toEqual({ date: "2026-12-09", hours: [] });
});

test("time off closes every day of it, changed days too", () => {
  const dates = hoursOfKind("first_conversation", kept).dateOverrides.slice(1);
  expect(dates).toEqual([
    { date: "2026-12-24", hours: [{ from: "09:00", to: "10:00" }] },
    { date: "2026-12-23", hours: [] },
    { date: "2026-12-24", hours: [] },
    { date: "2026-12-25", hours: [] },
  ]);
});
