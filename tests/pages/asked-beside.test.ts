import { describe, expect, it } from "vitest";
import { leadOf, titleOf } from "#app/(asked)/sessions/[id]/asked/head-words.ts";
import { fieldsAt, instantOf, laterThan } from "#app/(asked)/sessions/[id]/asked/share-times.ts";
import { answerWords } from "#lib/questions/answer-words.ts";
import type { Question } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import type { About } from "#lib/reflections/asked/about.ts";

const lisbon = "Europe/Lisbon";
const start = Date.parse("2026-12-08T18:00:00Z");
const session = { start, end: start + 3_600_000, coachId: "", coachName: "Sol" };
const questionsOf = (kind: string): Question[] =>
  shippedSets.find((set) => set.kind === kind)?.questions ?? [];
const about = (kind: "session" | "guidance_day"): About => ({ bookingId: "", kind, day: null });

describe("what a page of questions says first", () => {
  it("names the day, both people's hour, how long it takes, and how much is wanted", () => {
    const asked = { about: about("session"), questions: questionsOf("preparation"), session, zone: lisbon };
    expect(titleOf(asked)).toBe("Before Tuesday");
    expect(leadOf(asked, 0)).toBe(
      "You meet Sol on Tuesday 8 December, 18:00, Lisbon time. These questions take about eight minutes. Three are asked for, the rest can stay blank.",
    );
  });

  it("says where all or nothing is wanted", () => {
    const [first] = questionsOf("preparation");
    const asked = { about: about("guidance_day"), session, zone: lisbon };
    expect(leadOf({ ...asked, questions: first ? [first] : [] }, 0)).toContain("All of them are asked for.");
    expect(leadOf({ ...asked, questions: questionsOf("check_in") }, 0)).toContain(
      "All of it can stay blank.",
    );
  });

  it("asks of the days after guidance in words that fit each", () => {
    const day = (day: number) =>
      titleOf({ about: { bookingId: "", kind: "check_in", day }, session, zone: lisbon });
    expect([1, 7, 365].map(day)).toEqual([
      "How the day has been",
      "How the week has been",
      "How things are now",
    ]);
  });
});

describe("when it could be shared instead of now", () => {
  const at = (text: string) => Date.parse(text);

  it("is the evening before, else that morning, else an hour before, on the reader's clock", () => {
    expect(laterThan(at("2026-12-05T10:00Z"), start, lisbon)).toBe(at("2026-12-07T18:00Z"));
    expect(laterThan(at("2026-12-05T10:00Z"), start, "Asia/Tokyo")).toBe(at("2026-12-08T09:00Z"));
    expect(laterThan(at("2026-12-07T20:00Z"), start, lisbon)).toBe(at("2026-12-08T09:00Z"));
    expect(laterThan(at("2026-12-08T12:00Z"), start, lisbon)).toBe(at("2026-12-08T17:00Z"));
    expect(laterThan(at("2026-12-08T17:30Z"), start, lisbon)).toBeUndefined();
  });

  it("is the same instant again once it has stood in two fields, also where clocks change", () => {
    for (const zone of [lisbon, "Asia/Kathmandu", "America/New_York"])
      for (const text of ["2026-10-24T23:30Z", "2026-10-25T12:00Z", "2026-03-29T08:15Z"])
        expect(instantOf(fieldsAt(at(text), zone), zone)).toBe(at(text));
    expect(instantOf({ date: "", time: "18:00" }, lisbon)).toBeUndefined();
    expect(instantOf({ date: "2026-12-07", time: "" }, lisbon)).toBeUndefined();
  });
});

describe("an answer as it is read", () => {
  const one = (kind: string, key: string) => {
    const found = questionsOf(kind).find((question) => question.key === key);
    if (!found) throw new Error("There is no such question");
    return found;
  };

  it("has the words that were chosen, and what a number lies between", () => {
    expect(answerWords(one("preparation", "steadiness"), 6)).toEqual({
      words: "6",
      ends: "of 0 not at all to 10 very",
    });
    expect(answerWords(one("preparation", "steadiness"), "unsaid").words).toBe("I’d rather not say");
    expect(answerWords(one("preparation", "changes"), ["body", "mind"]).words).toBe(
      "My physical health\nMy mental health",
    );
    expect(answerWords(one("preparation", "trust_person"), "talk").words).toBe("I’d rather talk about it");
    expect(answerWords(one("preparation", "focus"), "yes").words).toBe("yes");
  });
});
