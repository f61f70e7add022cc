import { describe, expect, test } from "vitest";
import { clockWords, dateIn, dateWords, dayWords, lengthWords } from "#lib/time/words.ts";
import { isZone, listZones, zoneWords } from "#lib/time/zones.ts";

// A quarter to midnight in London, and tomorrow already in Kathmandu.
const ms = Date.parse("2026-11-30T23:45:00Z");

describe("a time in words", () => {
  test("is told in the reader's zone, wherever the server stands", () => {
    expect(clockWords(ms, "Europe/London")).toBe("23:45");
    expect(clockWords(ms, "Asia/Kathmandu")).toBe("05:30");
    expect(dayWords(ms, "Europe/London")).toBe("Monday 30 November");
    expect(dayWords(ms, "Asia/Kathmandu", { year: true })).toBe("Tuesday 1 December 2026");
    expect(dateIn(ms, "Europe/London")).toBe("2026-11-30");
    expect(dateIn(ms, "Asia/Kathmandu")).toBe("2026-12-01");
  });

  test("midnight is 00:00, never 24:00", () => {
    expect(clockWords(Date.parse("2026-12-01T00:00:00Z"), "UTC")).toBe("00:00");
  });

  test("a local date is that date in every zone", () => {
    expect(dateWords("2026-12-01")).toBe("Tuesday 1 December");
    expect(dateWords("2026-12-01", { year: true })).toBe("Tuesday 1 December 2026");
  });

  test.each([
    [45, "45 minutes"],
    [75, "75 minutes"],
    [120, "2 hours"],
    [150, "2 hours 30 minutes"],
    [480, "8 hours"],
  ])("%i minutes are “%s”", (minutes, words) => {
    expect(lengthWords(minutes)).toBe(words);
  });
});

describe("a zone", () => {
  test.each(["Europe/Lisbon", "UTC", "America/Argentina/Ushuaia", "Asia/Kathmandu"])("%s is one", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  test.each([
    "",
    "+02:00",
    "Mars/Olympus",
    "Europe/Lisbon\0",
    "x".repeat(65),
    "../../etc/passwd",
    "__proto__",
  ])("%j is none", (zone) => {
    expect(isZone(zone)).toBe(false);
  });

  test("has the name of a place", () => {
    expect(zoneWords("Europe/Lisbon")).toBe("Lisbon time");
    expect(zoneWords("America/New_York")).toBe("New York time");
    expect(zoneWords("UTC")).toBe("UTC");
  });

  test("every zone that can be chosen is one", () => {
    expect(listZones().filter(({ zone }) => !isZone(zone))).toEqual([]);
  });
});
