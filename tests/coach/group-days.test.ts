import { expect, it } from "vitest";
import { groupDays } from "#app/coach/group-days.ts";
import type { BookEntry } from "#lib/bookings/queries.ts";

const dates = ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"];
const entry = (start: string, minutes = 60) => {
  const from = Date.parse(start);
  return { during: { start: from, end: from + minutes * 60_000 } } as BookEntry;
};
const shape = (book: BookEntry[]) =>
  groupDays(book, dates, "America/Chicago").map((group) => [group.dates.join(" "), group.entries.length]);

it("free days in a row stand together, but today and tomorrow stand alone", () => {
  expect(shape([])).toEqual([
    ["2026-11-26", 0],
    ["2026-11-27", 0],
    ["2026-11-28 2026-11-29 2026-11-30", 0],
  ]);
  expect(shape([entry("2026-11-29T18:00:00Z")]).map(([days]) => days)).toEqual(dates);
});

it("a session stands on its day in the coach's zone", () => {
  expect(shape([entry("2026-11-28T03:00:00Z")])[1]).toEqual(["2026-11-27", 1]);
});

it("what began yesterday and is not over is part of today", () => {
  expect(shape([entry("2026-11-26T03:00:00Z", 480)])[0]).toEqual(["2026-11-26", 1]);
});
