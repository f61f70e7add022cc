import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AskedSet } from "#lib/questions/queries.ts";
import { isGiven } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import {
  answersUnder,
  type Changes,
  demandAnswers,
  isSame,
  withChanges,
} from "#lib/reflections/asked/answers.ts";
import { mayBeShown } from "#lib/reflections/asked/partner.ts";
import { anyAnswers } from "#tests/questions/any-answers.ts";

const all = shippedSets.flatMap(({ questions }) => questions);
const setOf = (kind: string): AskedSet => {
  const found = shippedSets.find((set) => set.kind === kind);
  if (!found) throw new Error("no such set");
  return {
    templateId: "t",
    kind: found.kind,
    day: null,
    versionId: "newest",
    number: 1,
    questions: found.questions,
  };
};

describe("changes to what was answered", () => {
  test("of any kind are kept as they were sent, and what is empty or null goes", () => {
    for (const { kind, questions } of shippedSets.filter(({ kind }) => kind !== "check_in"))
      fc.assert(
        fc.property(anyAnswers(questions), anyAnswers(questions), (before, sent) => {
          const changes = demandAnswers(setOf(kind), "newest", sent as Changes);
          const kept = withChanges(withChanges({}, before as Changes), changes);
          for (const { key } of questions) {
            const wanted = key in sent ? sent[key] : before[key];
            expect(kept[key]).toEqual(isGiven(wanted) ? wanted : undefined);
          }
          const taken = Object.fromEntries(questions.map(({ key }) => [key, null]));
          expect(withChanges(kept, taken)).toEqual({});
          expect(isSame(withChanges(kept, changes), kept)).toBe(true);
          expect(answersUnder(questions, kept)).toEqual(kept);
        }),
        { numRuns: 30 },
      );
  });

  test("take away also what is not asked any more, and never what was not named", () => {
    const changes: Changes = { asked_once: null };
    const known = { asked_once: "Before.", focus: "Now." };
    expect(withChanges(known, demandAnswers(setOf("preparation"), "newest", changes))).toEqual({
      focus: "Now.",
    });
  });

  test("without a place are wrong on the newest questions, and only changed on older ones", () => {
    const ask = (version: string) => () => demandAnswers(setOf("preparation"), version, { not_asked: "x" });
    expect(ask("newest")).toThrow(expect.objectContaining({ code: "invalid", status: 422 }));
    expect(ask("older")).toThrow(expect.objectContaining({ code: "questions_changed", status: 409 }));
  });
});

test("names that every object has are no answers", () => {
  const asked = all.slice(0, 1).map((one) => ({ ...one, key: "constructor" }));
  expect(answersUnder(asked, {})).toEqual({});
});

test("of all that comes with the portal a partner may be shown two answers", () => {
  expect(all.filter(mayBeShown).map(({ key }) => key)).toEqual(["valued", "ask"]);
  const tampered = all.map((one) => ({ ...one, partner: "may" as const })).filter(mayBeShown);
  expect(tampered.map(({ key }) => key)).toContain("hope");
  expect(tampered.some(({ key }) => key === "free_to_speak" || key === "not_today")).toBe(false);
});
