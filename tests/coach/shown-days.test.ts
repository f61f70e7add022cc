import { describe, expect, it } from "vitest";
import { datesBeside, datesShown, readAddress, titleOf, weekWords } from "#app/coach/calendar/shown-days.ts";

const today = "2026-11-26";

describe("the address of the calendar", () => {
  it("says what to show and for when", () => {
    expect(readAddress({ view: "month", date: "2027-02-28" }, today)).toEqual({
      view: "month",
      date: "2027-02-28",
    });
  });

  it("that says nothing, or nothing that can be, shows this week", () => {
    for (const date of [
      undefined,
      "",
      "2027-02-30",
      "2027-2-1",
      "1999-12-31",
      "3000-01-01",
      "x",
      ["2027-01-01"],
    ])
      expect(readAddress({ view: "year", date }, today)).toEqual({ view: "week", date: today });
  });
});

describe("the dates of a view", () => {
  it("are a day, a week from its Monday, or the whole weeks of a month", () => {
    expect(datesShown("day", today)).toEqual([today]);
    expect(datesShown("week", "2026-11-29").at(0)).toBe("2026-11-23");
    expect(datesShown("week", "2026-11-23")).toHaveLength(7);
    const november = datesShown("month", today);
    expect([november.at(0), november.at(-1), november.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
    expect(datesShown("month", "2027-02-10")).toHaveLength(28);
  });

  it("lead to those beside them, and from the end of a long month into a short one", () => {
    expect(datesBeside("day", "2026-12-01")).toEqual({ before: "2026-11-30", after: "2026-12-02" });
    expect(datesBeside("week", today)).toEqual({ before: "2026-11-19", after: "2026-12-03" });
    expect(datesBeside("month", "2027-01-31")).toEqual({ before: "2026-12-01", after: "2027-02-01" });
  });

  it("have a title, with the year when it is another", () => {
    expect(titleOf("day", today, today)).toBe("Thursday 26 November");
    expect(titleOf("week", today, today)).toBe("23 to 29 November");
    expect(titleOf("month", "2027-02-10", today)).toBe("February 2027");
    expect(titleOf("week", "2031-06-04", today)).toBe("2 to 8 June 2031");
    expect(weekWords("2026-11-30")).toBe("30 November to 6 December");
  });
});
