import { expect, it } from "vitest";
import { minutesAhead, nextClockChange } from "#lib/availability/clock-change.ts";

const at = Date.parse;

it("finds the next change of a zone's clocks, to the minute", () => {
  const now = at("2026-11-22T21:00:00Z");
  expect(nextClockChange("Europe/Lisbon", now)).toEqual({ at: at("2027-03-28T01:00:00Z"), minutes: 60 });
  expect(nextClockChange("America/New_York", at("2027-03-14T07:00:00Z"))).toEqual({
    at: at("2027-11-07T06:00:00Z"),
    minutes: -60,
  });
  expect(nextClockChange("Australia/Lord_Howe", now)).toMatchObject({ minutes: -30 });
});

it("says of a zone without changes that it has none, whenever it is asked", () => {
  for (let month = 0; month < 36; month++)
    expect(
      nextClockChange("Asia/Tokyo", at("2026-01-01T00:00:00Z") + month * 30 * 86_400_000),
    ).toBeUndefined();
});

it("tells how far ahead another place is, on that day", () => {
  expect(minutesAhead("Europe/Lisbon", "America/Chicago", at("2027-03-11T12:00:00Z"))).toBe(360);
  expect(minutesAhead("Europe/Lisbon", "America/Chicago", at("2027-03-18T12:00:00Z"))).toBe(300);
  expect(minutesAhead("America/Bogota", "UTC", at("2027-03-18T12:00:00Z"))).toBe(-300);
});
