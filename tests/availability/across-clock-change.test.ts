import { describe, expect, it } from "vitest";
import {
  aheadWords,
  datesWords,
  shortDate,
  timesWords,
  turnWords,
} from "#app/coach/availability/across-words.ts";
import { acrossClockChange } from "#lib/availability/across-clock-change.ts";
import { clockWords } from "#lib/time/words.ts";

const now = Date.parse("2026-11-22T21:00:00Z");
const thursday = [
  { weekday: 4, from: "09:00", to: "13:15" },
  { weekday: 4, from: "14:00", to: "17:30" },
];
const schedule = (coachZone: string, weeklyHours = thursday) => ({
  type: { minutes: 60, before: 0, after: 15, step: 30, coachZone },
  weeklyHours,
  dateOverrides: [] as { date: string; hours: { from: string; to: string }[] }[],
});

/** Each part in a line: its dates and the client's first and last time of each stretch, or who turns their clocks. */
function told(given: ReturnType<typeof schedule>, zone: string, { weekday = 4, at = now } = {}) {
  return acrossClockChange(given, { zone, weekday }, at).map((part) => {
    if (part.part === "turn") return `${part.date} ${JSON.stringify([part.yours, part.theirs])}`;
    const ends = part.stretches.map(({ starts }) =>
      [starts[0], starts.at(-1)].map((start) => (start ? clockWords(start, zone) : "none")).join("–"),
    );
    return [part.dates.join("+"), part.ahead / 60, ...ends].join(" ");
  });
}

describe("one weekday across the next clock changes", () => {
  it("moves for a client between two changes, and comes back", () => {
    expect(told(schedule("America/Chicago"), "Europe/Lisbon")).toEqual([
      "2027-03-11 6 15:00–18:00 20:00–22:30",
      "2027-03-14 [60,null]",
      "2027-03-18+2027-03-25 5 14:00–17:00 19:00–21:30",
      "2027-03-28 [null,60]",
      "2027-04-01 6 15:00–18:00 20:00–22:30",
    ]);
  });

  it("moves once for a client whose clocks stay", () => {
    expect(told(schedule("America/Chicago"), "America/Bogota")).toEqual([
      "2027-03-11 1 10:00–13:00 15:00–17:30",
      "2027-03-14 [60,null]",
      "2027-03-18 0 09:00–12:00 14:00–16:30",
    ]);
    expect(told(schedule("America/Bogota"), "America/Chicago").slice(1)).toEqual([
      "2027-03-14 [null,60]",
      "2027-03-18 0 09:00–12:00 14:00–16:30",
    ]);
  });

  it("stays for a client whose clocks turn with the coach's, and is said once", () => {
    const times = "09:00–12:00 14:00–16:30";
    const alone = [`2027-03-25 0 ${times}`, "2027-03-28 [60,null]", `2027-04-01 0 ${times}`];
    expect(told(schedule("Europe/Berlin"), "Europe/Berlin")).toEqual(alone);
    expect(told(schedule("Europe/Berlin"), "Europe/Madrid")).toEqual(
      alone.map((line) => line.replace("null", "60")),
    );
  });

  it("is shown once where no clocks change", () => {
    expect(told(schedule("Asia/Tokyo"), "Asia/Dubai")).toEqual(["2026-11-26 -5 04:00–07:00 09:00–11:30"]);
  });

  it("takes the day of the change itself as one after it", () => {
    const sunday = [{ weekday: 7, from: "00:30", to: "06:00" }];
    const [before, turn, after] = told(schedule("Europe/Berlin", sunday), "UTC", { weekday: 7 });
    expect(before).toBe("2027-03-21 -1 23:30–04:00");
    expect(turn).toBe("2027-03-28 [60,null]");
    expect(after).toMatch(/^2027-03-28 -2 23:30–03:00$/);
  });

  it("goes on when a zone changes its clocks for a month only", () => {
    const parts = acrossClockChange(
      schedule("Africa/Casablanca"),
      { zone: "Africa/Casablanca", weekday: 4 },
      Date.parse("2024-12-01T00:00:00Z"),
    );
    expect(parts.map((part) => (part.part === "turn" ? part.yours : "days"))).toEqual([
      "days",
      -60,
      "days",
      60,
      "days",
    ]);
  });

  it("sets a changed day apart from the others", () => {
    const given = {
      ...schedule("America/Chicago"),
      dateOverrides: [{ date: "2027-03-25", hours: [{ from: "10:00", to: "10:30" }] }],
    };
    expect(told(given, "Europe/Lisbon").slice(2, 4)).toEqual([
      "2027-03-18 5 14:00–17:00 19:00–21:30",
      "2027-03-25 5 none–none",
    ]);
  });

  it("has every start in one of the coach's hours, wherever both live, and none twice", () => {
    const zones = [
      "America/Chicago",
      "Australia/Lord_Howe",
      "Pacific/Auckland",
      "Asia/Kolkata",
      "Europe/Lisbon",
    ];
    const week = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      { weekday, from: "00:00", to: "12:00" },
      { weekday, from: "12:00", to: "24:00" },
    ]);
    for (const coachZone of zones)
      for (const zone of zones)
        for (const weekday of [1, 7]) {
          const parts = acrossClockChange(schedule(coachZone, week), { zone, weekday }, now);
          for (const part of parts) {
            if (part.part === "turn") continue;
            const starts = part.stretches.flatMap((stretch) => stretch.starts);
            // 23, 24 or 25 hours, or half an hour more or less: every half hour of them.
            expect(Math.abs(starts.length - 48)).toBeLessThanOrEqual(2);
            expect(starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0))).toBe(
              true,
            );
          }
          const turns = parts.filter(({ part }) => part === "turn");
          expect(turns.length > 0).toBe(coachZone !== "Asia/Kolkata" || zone !== "Asia/Kolkata");
        }
  });
});

describe("the words around it", () => {
  it("name the days, together where they belong together", () => {
    expect(datesWords(["2027-03-11"])).toBe("Thursday 11 March");
    expect(datesWords(["2027-03-18", "2027-03-25"])).toBe("Thursdays 18 and 25 March");
    expect(datesWords(["2027-03-25", "2027-04-01", "2027-04-08"])).toBe("Thursdays 25 March, 1 and 8 April");
    expect(shortDate("2027-03-14")).toBe("Sun 14 March");
  });

  it("say how far ahead a client is, and when it is so again", () => {
    expect(aheadWords("Europe/Lisbon", 360, [])).toBe("Lisbon is 6 hours ahead");
    expect(aheadWords("Europe/Lisbon", 300, [360])).toBe("Lisbon is 5 hours ahead");
    expect(aheadWords("Europe/Lisbon", 360, [360, 300])).toBe("Lisbon is 6 hours ahead again");
    expect(aheadWords("Europe/Lisbon", 360, [360, 360])).toBe("Lisbon is 6 hours ahead");
    expect(aheadWords("America/Bogota", -60, [])).toBe("Bogota is 1 hour behind");
    expect(aheadWords("Asia/Kolkata", 330, [])).toBe("Kolkata is 5 hours 30 minutes ahead");
    expect(aheadWords("Europe/Madrid", 0, [])).toBe("Madrid has your time");
  });

  it("say whose clocks go where", () => {
    const turn = { part: "turn", date: "2027-03-14" } as const;
    expect(turnWords({ ...turn, yours: 60 }, "Europe/Lisbon")).toBe("Your clocks go forward");
    expect(turnWords({ ...turn, theirs: -60 }, "Europe/Lisbon")).toBe("Lisbon’s go back");
    expect(turnWords({ ...turn, yours: 60, theirs: 60 }, "Europe/Lisbon")).toBe(
      "Your clocks and Lisbon’s go forward",
    );
    expect(turnWords({ ...turn, yours: 60, theirs: -30 }, "Australia/Lord_Howe")).toBe(
      "Your clocks go forward, Lord Howe’s back",
    );
  });

  it("tell the times on the client's clocks, with the day where it is another, and many at once", () => {
    const at = Date.parse("2027-03-11T14:30:00Z");
    const about = { zone: "Asia/Tokyo", date: "2027-03-11", step: 30 };
    expect(timesWords([at, at + 1_800_000], about)).toEqual(["23:30", "Fri 00:00"]);
    const many = Array.from({ length: 20 }, (_, n) => at + n * 300_000);
    expect(timesWords(many, { ...about, step: 5 })).toEqual(["23:30 to Fri 01:05, every 5 minutes"]);
    expect(timesWords([], about)).toEqual([]);
  });
});
