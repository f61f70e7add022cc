import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readPlace, writePlace } from "#lib/bookings/place-in-list.ts";

test("a place in a list reads as it was written", () => {
  const place = { start: Date.parse("2026-12-03T10:00:00Z"), id: randomUUID() };
  expect(readPlace(writePlace(place))).toEqual(place);
});

test.each([
  ["nothing", undefined],
  ["twice the same", ["1_2", "1_2"]],
  ["no time", `_${randomUUID()}`],
  ["a time that no calendar has", `99999999999999_${randomUUID()}`],
  ["no id", "1764756000000_"],
  ["what is no id", "1764756000000_robert'); drop table bookings"],
])("an address that says %s says no place", (_, text) => {
  expect(readPlace(text)).toBeUndefined();
});
