import { describe, expect, test } from "vitest";
import { type Habits, usualHabits } from "#lib/mail/habits.ts";
import { type Asked, lastDue, timesOfLetters } from "#lib/reflections/letters/due.ts";

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const zone = "Europe/Lisbon";
const habits: Habits = { ...usualHabits, zone, still: [] };

const from = (start: string, minutes = 60) => ({ start: at(start), end: at(start) + minutes * 60_000 });
const aSession = (start: string, more: Partial<Asked> = {}): Asked => ({
  ...{ kind: "session", day: null, during: from(start), since: 0, nextDay: null },
  ...more,
});
const aCheckIn = (during: Asked["during"], day: number, nextDay: number | null): Asked => ({
  ...{ kind: "check_in", day, during, since: 0, nextDay },
});
const said = (asked: Asked, of: Partial<Habits> = {}) => {
  const { open, reminder } = timesOfLetters(asked, { ...habits, ...of });
  return [open, reminder].map((time) => time && new Date(time).toISOString().slice(0, 16));
};

describe("questions before a session", () => {
  test("are written about three days before, and once more the morning before", () => {
    expect(said(aSession("2026-12-08T18:00Z"))).toEqual(["2026-12-05T18:00", "2026-12-07T09:00"]);
  });

  test("at once where it was booked later, and then not twice within a day", () => {
    expect(said(aSession("2026-12-08T18:00Z", { since: at("2026-12-06T08:59Z") }))).toEqual([
      "2026-12-06T09:00",
      "2026-12-07T09:00",
    ]);
    expect(said(aSession("2026-12-08T18:00Z", { since: at("2026-12-06T12:00Z") }))).toEqual([
      "2026-12-06T12:00",
      undefined,
    ]);
  });

  test("never in quiet hours, and not at all where those last until it begins", () => {
    expect(said(aSession("2026-12-08T06:00Z"))).toEqual(["2026-12-05T09:00", "2026-12-07T09:00"]);
    expect(said(aSession("2026-12-08T08:00Z", { since: at("2026-12-07T21:00Z") }))).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("at nine on the reader's own clock, also when it changes in between", () => {
    expect(said(aSession("2026-10-26T05:00Z"))).toEqual(["2026-10-23T08:00", "2026-10-25T09:00"]);
    expect(said(aSession("2027-03-29T06:00Z"))).toEqual(["2027-03-26T09:00", "2027-03-28T08:00"]);
    expect(said(aSession("2026-11-02T13:00Z"), { zone: "America/New_York" })).toEqual([
      "2026-10-30T13:00",
      "2026-11-01T14:00",
    ]);
  });

  test("not to whoever wants no such mail", () => {
    const wants = { ...usualHabits.wants, questions: false };
    expect(said(aSession("2026-12-08T18:00Z"), { wants })).toEqual([undefined, undefined]);
  });

  test("before guidance as well, ahead of its quiet days", () => {
    const during = from("2026-12-08T10:00Z", 360);
    expect(said(aSession("2026-12-08T10:00Z", { during }), { still: [during] })).toEqual([
      "2026-12-05T10:00",
      "2026-12-07T09:00",
    ]);
  });
});

describe("a check-in", () => {
  const during = from("2026-12-08T10:00Z", 360);

  test("is written about at nine, and once more two days later or a day before it closes, whichever comes first", () => {
    expect(said(aCheckIn(during, 3, 7))).toEqual(["2026-12-11T09:00", "2026-12-13T09:00"]);
    expect(said(aCheckIn(during, 3, 5))).toEqual(["2026-12-11T09:00", "2026-12-12T09:00"]);
    expect(said(aCheckIn(during, 30, 90))).toEqual(["2027-01-07T09:00", "2027-01-09T09:00"]);
  });

  test("waits until the quiet days end, and the reminder that would come with it does not", () => {
    expect(said(aCheckIn(during, 1, 3), { still: [during] })).toEqual(["2026-12-10T16:00", undefined]);
  });

  test("is not written about where that could only be when the next one is open", () => {
    const late = from("2026-12-08T14:00Z", 420);
    expect(said(aCheckIn(late, 1, 3), { still: [late] })).toEqual([undefined, undefined]);
    expect(said(aCheckIn(late, 3, 7), { still: [late] })).toEqual(["2026-12-11T09:00", "2026-12-13T09:00"]);
    // Were it not for the next one, it would be.
    expect(said(aCheckIn(late, 1, 4), { still: [late] })[0]).toBe("2026-12-11T09:00");
  });
});

test("what came due within a day is told, the later of the two, and nothing older", () => {
  const asked = aSession("2026-12-08T18:00Z");
  const which = (iso: string) => lastDue(asked, zone, at(iso))?.which;
  const [open, reminder] = [at("2026-12-05T18:00Z"), at("2026-12-07T09:00Z")];
  expect(lastDue(asked, zone, open - 1)).toBeUndefined();
  expect(lastDue(asked, zone, open)).toEqual({ which: "open", due: open });
  expect(lastDue(asked, zone, open + 24 * hour)).toBeUndefined();
  expect(lastDue(asked, zone, reminder)).toEqual({ which: "reminder", due: reminder });
  expect(which("2026-12-08T08:59Z")).toBe("reminder");
  expect(which("2026-12-08T09:00Z")).toBeUndefined();
});

test("what was booked after the morning before is told once", () => {
  const since = at("2026-12-07T12:00Z");
  const asked = aSession("2026-12-08T18:00Z", { since });
  expect(lastDue(asked, zone, since)).toEqual({ which: "open", due: since });
  expect(said(asked)).toEqual(["2026-12-07T12:00", undefined]);
});
