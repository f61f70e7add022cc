import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Habits, usualHabits } from "#lib/mail/habits.ts";
import { beforeQuietHours, whenToSend } from "#lib/mail/when-to-send.ts";
import { wallTimeAt } from "#lib/time/wall-clock.ts";

const lisbon: Habits = { ...usualHabits, zone: "Europe/Lisbon", still: [] };
const at = (iso: string) => Date.parse(iso);
const said = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe("mail that waits in quiet hours", () => {
  test("goes at once by day", () => {
    const noon = at("2026-12-01T12:00:00Z");
    expect(whenToSend("questions", lisbon, noon)).toBe(noon);
  });

  test("waits from 20:00 until 09:00 on the reader's own clock", () => {
    expect(said(whenToSend("questions", lisbon, at("2026-12-01T20:00:00Z")))).toBe(
      "2026-12-02T09:00:00.000Z",
    );
    expect(said(whenToSend("questions", lisbon, at("2026-12-02T03:00:00Z")))).toBe(
      "2026-12-02T09:00:00.000Z",
    );
    const tokyo = { ...lisbon, zone: "Asia/Tokyo" };
    expect(said(whenToSend("questions", tokyo, at("2026-12-01T12:00:00Z")))).toBe("2026-12-02T00:00:00.000Z");
  });

  test("waits for 09:00 on the wall across both clock changes", () => {
    expect(said(whenToSend("questions", lisbon, at("2026-10-24T21:00:00Z")))).toBe(
      "2026-10-25T09:00:00.000Z",
    );
    expect(said(whenToSend("questions", lisbon, at("2026-03-28T21:00:00Z")))).toBe(
      "2026-03-29T08:00:00.000Z",
    );
  });

  test("does not wait where it is needed before they end, or just then", () => {
    const night = at("2026-12-01T23:00:00Z");
    const sent = (neededBy: string) => said(whenToSend("desk", lisbon, night, at(neededBy)));
    expect(sent("2026-12-02T07:00:00Z")).toBe("2026-12-01T23:00:00.000Z");
    expect(sent("2026-12-02T09:00:00Z")).toBe("2026-12-01T23:00:00.000Z");
    expect(sent("2026-12-02T09:00:01Z")).toBe("2026-12-02T09:00:00.000Z");
  });

  test("comes at the first time there is where quiet hours end in one that is skipped", () => {
    const early = { ...lisbon, quietUntil: 90 };
    expect(said(whenToSend("questions", early, at("2026-03-28T22:00:00Z")))).toBe("2026-03-29T01:00:00.000Z");
  });

  test("knows hours that do not pass midnight, and none at all", () => {
    const siesta = { ...lisbon, quietFrom: 13 * 60, quietUntil: 15 * 60 };
    expect(said(whenToSend("lessons", siesta, at("2026-12-01T14:00:00Z")))).toBe("2026-12-01T15:00:00.000Z");
    const never = { ...lisbon, quietFrom: 0, quietUntil: 0 };
    const night = at("2026-12-01T23:00:00Z");
    expect(whenToSend("lessons", never, night)).toBe(night);
  });
});

describe("round a guidance day", () => {
  const day = { start: at("2026-12-10T09:00:00Z"), end: at("2026-12-10T17:00:00Z") };
  const close = { ...lisbon, still: [day] };

  test("what is not needed waits from 18:00 the evening before until 48 hours after", () => {
    const before = at("2026-12-09T17:59:00Z");
    expect(whenToSend("lessons", close, before)).toBe(before);
    for (const moment of ["2026-12-09T18:00:00Z", "2026-12-10T12:00:00Z", "2026-12-12T16:59:00Z"])
      expect(said(whenToSend("lessons", close, at(moment)))).toBe("2026-12-12T17:00:00.000Z");
    const after = at("2026-12-12T17:00:00Z");
    expect(whenToSend("lessons", close, after)).toBe(after);
  });

  test("what the day itself needs goes all the same", () => {
    for (const of of ["account", "booking", "reminders"] as const)
      expect(whenToSend(of, close, day.start)).toBe(day.start);
  });

  test("what is needed soon waits all the same, and only quiet hours give way", () => {
    const night = at("2026-12-09T23:00:00Z");
    const sent = said(whenToSend("lessons", close, night, at("2026-12-10T08:00:00Z")));
    expect(sent).toBe("2026-12-12T17:00:00.000Z");
  });

  test("two days that follow one another are one stillness, and quiet hours after it count", () => {
    const next = { start: day.end + 40 * 3_600_000, end: day.end + 51 * 3_600_000 };
    const both = { ...lisbon, still: [next, day] };
    expect(said(whenToSend("checkIns", both, day.start))).toBe("2026-12-15T09:00:00.000Z");
  });
});

describe("what somebody does not want", () => {
  test("is not sent, and all else is", () => {
    const wants = { ...lisbon.wants, questions: false };
    const noon = at("2026-12-01T12:00:00Z");
    expect(whenToSend("questions", { ...lisbon, wants }, noon)).toBeUndefined();
    expect(whenToSend("checkIns", { ...lisbon, wants }, noon)).toBe(noon);
  });
});

test("what comes before quiet hours comes in the last minute before them", () => {
  expect(said(beforeQuietHours(at("2026-12-02T08:30:00Z"), lisbon))).toBe("2026-12-01T19:59:00.000Z");
  expect(said(beforeQuietHours(at("2026-12-01T22:00:00Z"), lisbon))).toBe("2026-12-01T19:59:00.000Z");
  const noon = at("2026-12-01T12:00:00Z");
  expect(beforeQuietHours(noon, lisbon)).toBe(noon);
});

test("whatever the hours, the zone and the days: never earlier, never in quiet hours, never in the stillness", () => {
  const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
  const moment = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z") });
  const zone = fc.constantFrom(
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
  );
  fc.assert(
    fc.property(minute, minute, moment, moment, zone, (quietFrom, quietUntil, now, start, where) => {
      const day = { start, end: start + 8 * 3_600_000 };
      const habits = { ...usualHabits, zone: where, quietFrom, quietUntil, still: [day] };
      const sent = whenToSend("checkIns", habits, now) ?? 0;
      expect(sent).toBeGreaterThanOrEqual(now);
      const { minute: shown } = wallTimeAt(sent, where);
      const isQuiet =
        quietFrom <= quietUntil
          ? quietFrom <= shown && shown < quietUntil
          : shown >= quietFrom || shown < quietUntil;
      expect(isQuiet).toBe(false);
      expect(sent >= day.start - 6 * 3_600_000 && sent < day.end + 48 * 3_600_000).toBe(false);
    }),
    { numRuns: 500 },
  );
});
