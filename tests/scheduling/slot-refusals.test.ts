import { describe, expect, it } from "vitest";
import { Refusal } from "#lib/refusal.ts";
import { type OpenSlotsInput, openSlots } from "#lib/scheduling/slots.ts";

const possible: OpenSlotsInput = {
  timeZone: "Europe/Lisbon",
  weeklyHours: [{ weekday: 1, from: "00:00", to: "24:00" }],
  dateOverrides: [{ date: "2028-02-29", hours: [{ from: "09:00", to: "10:00" }] }],
  busy: [{ start: Date.UTC(2028, 1, 29), end: Date.UTC(2028, 1, 29, 9) }],
  session: { minutes: 60, before: 0, after: 0, step: 15 },
  window: { from: Date.UTC(2028, 1, 29), until: Date.UTC(2028, 2, 1) },
};

/** Calendars and outside programs send what no type allows. */
const untyped = <T>(value: unknown) => value as T;

function refusalOf(input: Partial<OpenSlotsInput>): Refusal | undefined {
  try {
    openSlots({ ...possible, ...input });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const week = (weekday: number, from: string, to: string) => ({ weeklyHours: [{ weekday, from, to }] });
const override = (date: string, from = "09:00", to = "10:00") => ({
  dateOverrides: [{ date, hours: [{ from, to }] }],
});
const busy = (start: number, end: number) => ({ busy: [...possible.busy, { start, end }] });
const session = (change: Partial<OpenSlotsInput["session"]>) => ({
  session: { ...possible.session, ...change },
});
const window = (change: Partial<OpenSlotsInput["window"]>) => ({ window: { ...possible.window, ...change } });

const impossible: Record<string, [why: string, input: Partial<OpenSlotsInput>][]> = {
  timeZone: [
    ["a zone nobody knows", { timeZone: "Europe/Atlantis" }],
    ["no zone", { timeZone: "" }],
    ["a zone left out", { timeZone: untyped(undefined) }],
    ["an offset, which is no place", { timeZone: "+02:00" }],
    ["the name of something every object has", { timeZone: "constructor" }],
  ],
  weeklyHours: [
    ["hours that end before they begin", week(1, "17:00", "09:00")],
    ["hours that end as they begin", week(1, "09:00", "09:00")],
    ["hours that begin at the end of the day", week(1, "24:00", "24:00")],
    ["hours after the end of the day", week(1, "09:00", "24:01")],
    ["a minute no hour has", week(1, "09:60", "10:00")],
    ["a time without its zero", week(1, "9:00", "10:00")],
    ["a time with seconds", week(1, "09:00:00", "10:00")],
    ["a time that is a word", week(1, "noon", "13:00")],
    ["a time that is a number", week(1, untyped(9), untyped(10))],
    ["weekday 0", week(0, "09:00", "10:00")],
    ["weekday 8", week(8, "09:00", "10:00")],
    ["half a weekday", week(1.5, "09:00", "10:00")],
    ["a weekday that is no number", week(Number.NaN, "09:00", "10:00")],
  ],
  dateOverrides: [
    ["30 February", override("2027-02-30")],
    ["29 February in a year without one", override("2027-02-29")],
    ["a thirteenth month", override("2027-13-01")],
    ["day 0", override("2027-01-00")],
    ["a date the other way round", override("14-03-2027")],
    ["a date with a time", override("2027-03-14T00:00")],
    ["a date left out", override(untyped(undefined))],
    ["hours that end before they begin", override("2027-03-14", "10:00", "09:00")],
    ["a time that is a word", override("2027-03-14", "noon", "13:00")],
  ],
  busy: [
    ["a busy time that ends before it begins", busy(2, 1)],
    ["a busy time without an end", busy(1, Number.POSITIVE_INFINITY)],
    ["a busy time that begins at no number", busy(Number.NaN, 1)],
    ["a busy time that is a text", busy(untyped("1"), untyped("2"))],
  ],
  "session.minutes": [
    ["a session of no minutes", session({ minutes: 0 })],
    ["a session of negative minutes", session({ minutes: -60 })],
    ["a session without an end", session({ minutes: Number.POSITIVE_INFINITY })],
    ["a session of half minutes", session({ minutes: 52.5 })],
    ["a session that is no number", session({ minutes: Number.NaN })],
    ["a session that is a text", session({ minutes: untyped("60") })],
  ],
  "session.before": [
    ["negative minutes before", session({ before: -1 })],
    ["minutes before left out", session({ before: untyped(undefined) })],
  ],
  "session.after": [
    ["negative minutes after", session({ after: -15 })],
    ["minutes after that are no number", session({ after: Number.NaN })],
  ],
  "session.step": [
    ["a step of 0", session({ step: 0 })],
    ["a step backwards", session({ step: -15 })],
    ["a broken step", session({ step: 7.5 })],
  ],
  window: [
    ["a window that ends as it begins", window({ until: possible.window.from })],
    ["a window that ends before it begins", window({ until: possible.window.from - 1 })],
    ["a window without an end", window({ until: Number.POSITIVE_INFINITY })],
    ["a window that begins at no number", window({ from: Number.NaN })],
    ["a window left open", window({ until: untyped(undefined) })],
    [
      "a window in microseconds",
      window({ from: possible.window.from * 1000, until: possible.window.until * 1000 }),
    ],
  ],
};

describe("what cannot be is refused with a sentence beside its field:", () => {
  describe.each(Object.entries(impossible))("%s", (field, cases) => {
    it.each(cases)("%s", (_, input) => {
      const refusal = refusalOf(input);
      expect(refusal?.field).toBe(field);
      expect(refusal?.message).toMatch(/^\S.*\.$/);
    });
  });

  it("and what can be is not", () => {
    expect(openSlots(possible)).toEqual([Date.UTC(2028, 1, 29, 9)]);
    expect(refusalOf(week(7, "23:59", "24:00"))).toBeUndefined();
    expect(refusalOf({ dateOverrides: [{ date: "2027-01-01", hours: [] }] })).toBeUndefined();
    expect(refusalOf({ weeklyHours: [], dateOverrides: [], busy: [] })).toBeUndefined();
  });
});
