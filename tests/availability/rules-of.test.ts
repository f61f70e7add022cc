import { describe, expect, it } from "vitest";
import {
  aheadWords,
  atMostWords,
  bookedWords,
  cancelWords,
  lengthAndRest,
} from "#app/coach/availability/kind-words.ts";
import { bodyOf, rulesOf, type SessionKind, withRules } from "#app/coach/availability/rules-of.ts";
import { sessionTypeInput } from "#lib/availability/session-type-input.ts";

const kind: SessionKind = {
  id: "5e000000-0000-4000-8000-000000000001",
  coachId: "5e000000-0000-4000-8000-000000000002",
  kind: "integration",
  name: "Integration",
  summary: "After.",
  minutes: 60,
  before: 0,
  after: 15,
  step: 30,
  notice: 720,
  horizonDays: 60,
  cutOff: 720,
  mode: "instant",
  openTo: "everyone",
  dailyLimit: 3,
  weeklyLimit: null,
  nextDayLimit: null,
  place: "By video",
  offered: true,
  link: null,
};

describe("the rules of a kind, typed", () => {
  const sent = (rules = rulesOf(kind)) => sessionTypeInput.safeParse({ typeId: kind.id, ...bodyOf(rules) });

  it("go out as they came in, and back", () => {
    expect(sent().success).toBe(true);
    expect(withRules(kind, rulesOf(kind))).toEqual(kind);
  });

  it("are known at once as the server keeps them", () => {
    const typed = {
      ...rulesOf(kind),
      name: "  Coming   home ",
      link: " https://meet.example.org/x ",
      noticeHours: "1,5",
      dailyLimit: "",
      weeklyLimit: " 4 ",
    };
    expect(withRules(kind, typed)).toMatchObject({
      name: "Coming home",
      link: "https://meet.example.org/x",
      notice: 90,
      dailyLimit: null,
      weeklyLimit: 4,
    });
    expect(sent(typed).data).toMatchObject({ name: "Coming home", noticeHours: 1.5, dailyLimit: null });
  });

  it.each(["dailyLimit", "weeklyLimit", "nextDayLimit", "minutes", "cutOffHours"] as const)(
    "with words for %s are answered, not taken for none",
    (name) => {
      expect(sent({ ...rulesOf(kind), [name]: "often" }).error?.issues[0]?.path).toEqual([name]);
    },
  );
});

describe("the table of kinds", () => {
  it("says a kind's rules in a few words", () => {
    const guidance: SessionKind = {
      ...kind,
      ...{ kind: "guidance", minutes: 480, after: 60, notice: 10_080, horizonDays: 90, cutOff: 1440 },
      ...{ dailyLimit: 1, nextDayLimit: 2, mode: "request" },
    };
    const row = (one: SessionKind) =>
      [lengthAndRest, bookedWords, aheadWords, atMostWords, cancelWords].map((words) => words(one));
    expect(row(kind)).toEqual([
      "60 min, then 15",
      "At once",
      "12 h to 60 days ahead",
      "3 a day",
      "Until 12 h before",
    ]);
    expect(row(guidance)).toEqual([
      "8 h, then 60",
      "Asked for",
      "7 to 90 days ahead",
      "1 a day, next day light",
      "Until it begins",
    ]);
  });

  it("knows the edges", () => {
    expect(lengthAndRest({ ...kind, before: 10, after: 0 })).toBe("10 to get ready, 60 min");
    expect(bookedWords({ ...kind, offered: false })).toBe("Not offered");
    expect(aheadWords({ ...kind, notice: 0, horizonDays: 1 })).toBe("Up to 1 day ahead");
    expect(aheadWords({ ...kind, notice: 1440 })).toBe("1 day to 60 days ahead");
    expect(aheadWords({ ...kind, notice: 90 })).toBe("90 min to 60 days ahead");
    expect(atMostWords({ ...kind, dailyLimit: null })).toBe("As many as fit");
    expect(atMostWords({ ...kind, weeklyLimit: 4, nextDayLimit: 0 })).toBe(
      "3 a day, 4 a week, next day free",
    );
    expect(atMostWords({ ...kind, nextDayLimit: 3 })).toBe("3 a day, 3 the next day");
    expect(cancelWords({ ...kind, cutOff: 0 })).toBe("Until it begins");
    expect(cancelWords({ ...kind, cutOff: 1440 })).toBe("Until 24 h before");
    expect(cancelWords({ ...kind, cutOff: 10_080 })).toBe("Until 7 days before");
  });
});
