import { describe, expect, it } from "vitest";
import { clockChangeOn, dateAfter, instantsAt, wallRangeOn, wallTimeAt } from "#lib/time/wall-clock.ts";

const chicago = "America/Chicago";
const lisbon = "Europe/Lisbon";
const at = (iso: string) => Date.parse(iso);
const iso = (instants: number[]) => instants.map((ms) => new Date(ms).toISOString().slice(0, 16));

describe("a clock on the wall", () => {
  it("shows a date and minutes after midnight", () => {
    expect(wallTimeAt(at("2026-11-26T05:59:59Z"), chicago)).toEqual({ date: "2026-11-25", minute: 1439 });
    expect(wallTimeAt(at("2026-11-26T06:00:00Z"), chicago)).toEqual({ date: "2026-11-26", minute: 0 });
    expect(wallTimeAt(at("2026-11-26T18:15:00Z"), "Asia/Kathmandu")).toEqual({
      date: "2026-11-27",
      minute: 0,
    });
  });

  it("shows an ordinary time once, a skipped one never and a repeated one twice", () => {
    const ask = (date: string, minute: number, zone: string) => iso(instantsAt({ date, minute }, zone));
    expect(ask("2026-11-26", 720, chicago)).toEqual(["2026-11-26T18:00"]);
    expect(ask("2027-03-14", 150, chicago)).toEqual([]);
    expect(ask("2027-03-14", 180, chicago)).toEqual(["2027-03-14T08:00"]);
    expect(ask("2026-11-01", 90, chicago)).toEqual(["2026-11-01T06:30", "2026-11-01T07:30"]);
    expect(ask("2027-03-28", 75, lisbon)).toEqual([]);
    expect(ask("2026-10-25", 75, lisbon)).toEqual(["2026-10-25T00:15", "2026-10-25T01:15"]);
    expect(ask("2026-10-25", 120, lisbon)).toEqual(["2026-10-25T02:00"]);
  });

  it("finds every quarter hour of a year again, at its own instant", () => {
    for (const zone of [chicago, lisbon, "Australia/Lord_Howe", "Africa/Cairo"])
      for (let ms = at("2026-01-01T00:00:00Z"); ms < at("2027-01-01T00:00:00Z"); ms += 900_000) {
        const found = instantsAt(wallTimeAt(ms, zone), zone);
        if (!found.includes(ms)) expect.fail(`${zone} loses ${new Date(ms).toISOString()}`);
      }
  });
});

describe("a change of the clocks", () => {
  it("is on its date, as the part that is skipped or comes twice", () => {
    expect(clockChangeOn("2027-03-14", chicago)).toEqual({ from: 120, until: 180, how: "skipped" });
    expect(clockChangeOn("2026-11-01", chicago)).toEqual({ from: 60, until: 120, how: "repeated" });
    expect(clockChangeOn("2027-03-28", lisbon)).toEqual({ from: 60, until: 120, how: "skipped" });
    expect(clockChangeOn("2026-10-25", lisbon)).toEqual({ from: 60, until: 120, how: "repeated" });
    expect(clockChangeOn("2026-04-05", "Australia/Lord_Howe")).toEqual({
      from: 90,
      until: 120,
      how: "repeated",
    });
  });

  it("at midnight belongs to the date that loses or repeats the time", () => {
    expect(clockChangeOn("2026-04-24", "Africa/Cairo")).toEqual({ from: 0, until: 60, how: "skipped" });
    expect(clockChangeOn("2026-10-29", "Africa/Cairo")).toEqual({ from: 1380, until: 1440, how: "repeated" });
    expect(clockChangeOn("2026-10-30", "Africa/Cairo")).toBeUndefined();
  });

  it("is on no other date", () => {
    for (const date of ["2027-03-13", "2027-03-15", "2026-10-31", "2026-11-02"])
      expect(clockChangeOn(date, chicago)).toBeUndefined();
  });
});

describe("a span of instants", () => {
  const on = (date: string, start: string, end: string, zone: string) =>
    wallRangeOn(date, { start: at(start), end: at(end) }, zone);

  it("takes its minutes on its date, and nothing on another", () => {
    expect(on("2026-11-26", "2026-11-26T18:00Z", "2026-11-26T19:15Z", chicago)).toEqual({
      from: 720,
      until: 795,
    });
    expect(on("2026-11-27", "2026-11-26T18:00Z", "2026-11-26T19:15Z", chicago)).toBeUndefined();
  });

  it("past midnight takes a part of both dates", () => {
    expect(on("2026-11-26", "2026-11-27T05:00Z", "2026-11-27T07:00Z", chicago)).toEqual({
      from: 1380,
      until: 1440,
    });
    expect(on("2026-11-27", "2026-11-27T05:00Z", "2026-11-27T07:00Z", chicago)).toEqual({
      from: 0,
      until: 60,
    });
    expect(on("2026-11-27", "2026-11-27T05:00Z", "2026-11-27T06:00Z", chicago)).toBeUndefined();
  });

  it("over a skipped hour stands from beginning to end", () => {
    expect(on("2027-03-14", "2027-03-14T07:30Z", "2027-03-14T08:30Z", chicago)).toEqual({
      from: 90,
      until: 210,
    });
  });

  it("over an hour that comes twice takes that hour once, however its ends lie", () => {
    expect(on("2026-11-01", "2026-11-01T05:30Z", "2026-11-01T08:30Z", chicago)).toEqual({
      from: 30,
      until: 150,
    });
    expect(on("2026-11-01", "2026-11-01T06:45Z", "2026-11-01T07:15Z", chicago)).toEqual({
      from: 60,
      until: 120,
    });
  });
});

it("dates follow one another over the ends of months and years", () => {
  expect(dateAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dateAfter("2028-03-01", -1)).toBe("2028-02-29");
});
