import { describe, expect, test } from "vitest";
import { clockOf, hasOverlap, minuteOf } from "#lib/availability/hours.ts";
import { dateOverrideInput, previewInput, timeOffInput, weeklyHoursInput } from "#lib/availability/input.ts";
import { sessionTypeInput } from "#lib/availability/session-type-input.ts";

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

  test("overlap only where they share a kind too; without kinds they are for all", () => {
    const at = (kinds?: string[]) => ({ from: "09:00", to: "12:00", kinds });
    expect(hasOverlap([at(["guidance"]), at(["preparation", "couple"])])).toBe(false);
    expect(hasOverlap([at(["guidance", "couple"]), at(["preparation", "couple"])])).toBe(true);
    expect(hasOverlap([at(["guidance"]), at()])).toBe(true);
    const long = { from: "09:00", to: "17:00", kinds: ["guidance"] };
    const short = (from: string, to: string, kind: string) => ({ from, to, kinds: [kind] });
    const between = short("10:00", "11:00", "preparation");
    expect(hasOverlap([long, between, short("16:00", "18:00", "guidance")])).toBe(true);
    expect(hasOverlap([long, between, short("17:00", "18:00", "guidance")])).toBe(false);
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

  test("hours for one kind beside hours for another, but not for none, nor for what is no kind", () => {
    const day = (...kinds: string[][]) =>
      weeklyHoursInput.safeParse({
        zone: "UTC",
        days: [{ weekday: 1, hours: kinds.map((kinds) => ({ from: "09:00", to: "10:00", kinds })) }],
      });
    expect(day(["guidance"], ["couple", "mentorship"]).success).toBe(true);
    expect(firstSentence(day(["guidance"], ["guidance"]))).toMatch(
      /^days.0.hours: Two of these hours overlap/,
    );
    expect(firstSentence(day(["guidance"], []))).toBe(
      "days.0.hours.1.kinds: Please tick at least one kind, or take these hours out.",
    );
    expect(firstSentence(day(["couple", "couple"]))).toBe("days.0.hours.0.kinds: A kind stands here twice.");
    expect(day(["party"]).success).toBe(false);
  });

  test("time off for a day, or for as long as a year; not backwards, and not for ever", () => {
    const off = (fromDate: string, toDate: string) => timeOffInput.safeParse({ id: null, fromDate, toDate });
    expect(off("2026-12-24", "2026-12-24").success).toBe(true);
    expect(off("2026-12-24", "2028-01-28").success).toBe(true);
    expect(firstSentence(off("2026-12-24", "2028-01-29"))).toBe(
      "toDate: Four hundred days at a time is the most we can keep.",
    );
    expect(firstSentence(off("2026-12-24", "2026-12-23"))).toBe(
      "toDate: The last day should not come before the first.",
    );
    expect(firstSentence(off("", ""))).toBe("fromDate: Please choose a date.");
  });

  test("a look at a weekday, as the address bar writes it", () => {
    const look = (weekday: string) =>
      previewInput.safeParse({ type: "5e000000-0000-4000-8000-000000000001", zone: "UTC", weekday });
    expect(look("4").data?.weekday).toBe(4);
    for (const none of ["0", "8", "1.5", "", "Thursday"]) expect(look(none).success).toBe(false);
  });
});

describe("the rules of a kind of session", () => {
  const good = {
    typeId: "5e000000-0000-4000-8000-000000000001",
    ...{ name: "Preparation", summary: "", place: "", link: "" },
    ...{ minutes: 75, before: 0, after: 15, step: 15, noticeHours: 0.5, horizonDays: 60, cutOffHours: 24 },
    ...{ dailyLimit: 2, weeklyLimit: null, nextDayLimit: 0, mode: "instant", offered: true },
  };
  const sentence = (wrong: object) => firstSentence(sessionTypeInput.safeParse({ ...good, ...wrong }));

  test("have limits, each said beside its field", () => {
    expect(sentence({})).toBeUndefined();
    const wrong = {
      ...{ minutes: 4, before: 241, after: -1, step: 0, noticeHours: 721, horizonDays: 1.5 },
      ...{ cutOffHours: -1, dailyLimit: 0, weeklyLimit: 201, nextDayLimit: "many", mode: "never" },
    };
    for (const [field, value] of Object.entries(wrong))
      expect(sentence({ [field]: value })).toMatch(new RegExp(`^${field}: Please choose .*\\.$`));
  });

  test("are in words that fit on a line", () => {
    const { data } = sessionTypeInput.safeParse({
      ...good,
      name: " Coming \n home ",
      place: "Here\tor there",
    });
    expect(data).toMatchObject({ name: "Coming home", place: "Here or there" });
    expect(sentence({ name: "  " })).toBe("name: Please give it a name.");
    expect(sentence({ name: "a".repeat(81) })).toBe("name: That is longer than we can keep. 80 letters fit.");
    expect(sentence({ summary: "a\u0000b" })).toBe("summary: There is a sign in it that we cannot keep.");
    expect(sentence({ place: "<b>" })).toBe("place: There is a sign in it that we cannot keep.");
  });

  test.each([
    "http://meet.example.org",
    "javascript:alert(1)",
    "https://",
    "https://me:you@meet.example.org",
    "https://meet.example.org/a b",
    'https://meet.example.org/"onclick',
    "https:\\\\meet.example.org",
    "https://meet.example.org/\u0000",
    "meet.example.org",
  ])("take no link like %j", (link) => {
    expect(sentence({ link })).toBe("link: Please paste a whole address that begins with https://.");
  });

  test("take a link as it was pasted, spaces around it set aside", () => {
    const link = "https://meet.example.org/room-7?pwd=a%20b#c";
    expect(sessionTypeInput.safeParse({ ...good, link: ` ${link}\n` }).data?.link).toBe(link);
    expect(sentence({ link: `https://meet.example.org/${"a".repeat(500)}` })).toMatch(
      /^link: That is longer/,
    );
  });
});
