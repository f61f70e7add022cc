import { describe, expect, test } from "vitest";
import { clockOf, hasOverlap, minuteOf } from "#lib/availability/hours.ts";
import { dateOverrideInput, sessionTypeInput, weeklyHoursInput } from "#lib/availability/input.ts";

describe("hours of a day", () => {
  test("read and write back, every minute to the end of the day", () => {
    expect(minuteOf("09:30")).toBe(570);
    expect(clockOf(1440)).toBe("24:00");
    for (let minute = 0; minute <= 1440; minute++) expect(minuteOf(clockOf(minute))).toBe(minute);
  });

  test("overlap when they share a minute, not when they touch, in whatever order they come", () => {
    const [morning, noon, evening] = [
      { from: "09:00", to: "12:00" },
      { from: "12:00", to: "13:00" },
      { from: "18:00", to: "24:00" },
    ];
    expect(hasOverlap([evening, noon, morning])).toBe(false);
    expect(hasOverlap([evening, { from: "11:59", to: "12:30" }, morning])).toBe(true);
    expect(hasOverlap([])).toBe(false);
  });
});

const firstSentence = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)[0];

describe("what a coach may send", () => {
  const week = (hours: { from: string; to: string }[], weekday = 1) =>
    weeklyHoursInput.safeParse({ zone: "UTC", days: [{ weekday, hours }] });

  test("a week with pauses, and one that is closed", () => {
    expect(
      week([
        { from: "09:00", to: "12:00" },
        { from: "12:00", to: "24:00" },
      ]).success,
    ).toBe(true);
    expect(weeklyHoursInput.safeParse({ zone: "UTC", days: [] }).success).toBe(true);
  });

  test("hours that end before they begin are refused beside the end", () => {
    expect(firstSentence(week([{ from: "17:00", to: "09:00" }]))).toBe(
      "days.0.hours.0.to: The end should come after the beginning. For hours past midnight, use 24:00 here and go on the next day.",
    );
  });

  test("hours that overlap are refused", () => {
    expect(
      firstSentence(
        week([
          { from: "09:00", to: "12:00" },
          { from: "11:00", to: "13:00" },
        ]),
      ),
    ).toBe("days.0.hours: Two of these hours overlap. Please join them or move one.");
  });

  test.each([
    ["9:00", "10:00", "days.0.hours.0.from: Please write a time like 09:30."],
    ["24:00", "24:00", "days.0.hours.0.from: Please write a time like 09:30."],
    ["09:00", "25:00", "days.0.hours.0.to: Please write a time like 17:30, or 24:00 for midnight."],
  ])("%s to %s is not a time", (from, to, sentence) => {
    expect(firstSentence(week([{ from, to }]))).toBe(sentence);
  });

  test("no weekday comes twice", () => {
    const day = { weekday: 2, hours: [] };
    expect(firstSentence(weeklyHoursInput.safeParse({ zone: "UTC", days: [day, day] }))).toBe(
      "days: A weekday stands here twice.",
    );
  });

  test("a date is a date of this century", () => {
    expect(dateOverrideInput.safeParse({ date: "2028-02-29", hours: [] }).success).toBe(true);
    expect(firstSentence(dateOverrideInput.safeParse({ date: "2027-02-29", hours: [] }))).toBe(
      "date: Please choose a date.",
    );
    expect(firstSentence(dateOverrideInput.safeParse({ date: "2127-02-28", hours: [] }))).toBe(
      "date: Please choose a date in this century.",
    );
  });

  test("the rules of a kind of session have limits, each said beside its field", () => {
    const good = {
      typeId: "5e000000-0000-4000-8000-000000000001",
      minutes: 75,
      before: 0,
      after: 15,
      step: 15,
      noticeHours: 0.5,
      horizonDays: 60,
    };
    expect(sessionTypeInput.safeParse(good).success).toBe(true);
    const wrong = { minutes: 4, before: 241, after: -1, step: 0, noticeHours: 721, horizonDays: 1.5 };
    for (const [field, value] of Object.entries(wrong))
      expect(firstSentence(sessionTypeInput.safeParse({ ...good, [field]: value }))).toMatch(
        new RegExp(`^${field}: Please choose .*\\.$`),
      );
  });
});
