import { describe, expect, test } from "vitest";
import { concernsIn } from "#lib/questions/concerns.ts";
import type { Answer, Answers } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";

const setOf = (which: string) => {
  const found = shippedSets.find(({ kind, day }) => which === (day ? `day ${day}` : kind));
  if (!found) throw new Error(`No such set: ${which}`);
  return found.questions;
};

const held = { tier: "talk_first", showsSupport: false, holdsGuidance: true };
const heldWithSupport = { ...held, showsSupport: true };
const look = { tier: "please_look", showsSupport: true, holdsGuidance: false };
const review = { ...held, tier: "medical_review" };
const note = { tier: "note", showsSupport: false, holdsGuidance: false };

type Row = [set: string, key: string, answer: Answer, follows: object | undefined];
const rows: Row[] = [
  ["screening", "lithium", "yes", review],
  ["screening", "lithium", "talk", review],
  ["screening", "lithium", "no", undefined],
  ["screening", "mind_self", "yes", review],
  ["screening", "mind_self", "talk", review],
  ["screening", "mind_self", "no", undefined],
  ["screening", "mind_family", "yes", review],
  ["screening", "mind_family", "talk", review],
  ["screening", "mind_family", "no", undefined],
  ["screening", "heart", "yes", review],
  ["screening", "heart", "talk", review],
  ["screening", "heart", "no", undefined],
  ["screening", "seizure", "yes", review],
  ["screening", "seizure", "talk", review],
  ["screening", "seizure", "no", undefined],
  ["screening", "pregnancy", "yes", review],
  ["screening", "pregnancy", "talk", review],
  ["screening", "pregnancy", "no", undefined],
  ["screening", "ect_substance", "yes", review],
  ["screening", "ect_substance", "talk", review],
  ["screening", "ect_substance", "no", undefined],
  ["screening", "harm_past", "yes", held],
  ["screening", "harm_past", "talk", held],
  ["screening", "harm_past", "no", undefined],
  ["screening", "antidepressant", "yes", held],
  ["screening", "antidepressant", "talk", held],
  ["screening", "antidepressant", "no", undefined],
  ["screening", "other_meds", "yes", held],
  ["screening", "other_meds", "talk", held],
  ["screening", "other_meds", "no", undefined],
  ["screening", "allergy", "yes", held],
  ["screening", "allergy", "talk", held],
  ["screening", "allergy", "no", undefined],
  ["screening", "other_body", "yes", held],
  ["screening", "other_body", "talk", held],
  ["screening", "other_body", "no", undefined],
  ["screening", "care_now", "yes", note],
  ["screening", "care_now", "talk", held],
  ["screening", "care_now", "no", undefined],
  ["screening", "access", "yes", note],
  ["screening", "access", "talk", held],
  ["screening", "access", "no", undefined],
  ["screening", "harm_now", "yes", heldWithSupport],
  ["screening", "harm_now", "talk", heldWithSupport],
  ["screening", "harm_now", "no", undefined],
  ["screening", "ground", "yes", undefined],
  ["screening", "ground", "no", held],
  ["screening", "ground", "talk", held],
  ["screening", "other_meds_list", "St John’s wort", undefined],
  ["preparation", "changes", ["nothing"], undefined],
  ["preparation", "changes", ["life_event"], undefined],
  ["preparation", "changes", ["medicine"], held],
  ["preparation", "changes", ["body"], held],
  ["preparation", "changes", ["mind"], heldWithSupport],
  ["preparation", "changes", ["life_event", "pregnancy"], held],
  ["preparation", "changes", ["in_person"], held],
  ["preparation", "steadiness", 0, undefined],
  ["preparation", "trust_person", "no", undefined],
  ["guidance", "still_yes", "go_ahead", undefined],
  ["guidance", "still_yes", "unsure", held],
  ["guidance", "still_yes", "move", held],
  ["guidance", "still_yes", "no", held],
  ["guidance_day", "still_yes", "go_ahead", undefined],
  ["guidance_day", "still_yes", "unsure", held],
  ["guidance", "health_change", "no", undefined],
  ["guidance", "health_change", "yes", held],
  ["guidance", "health_change", "talk", held],
  ["guidance", "self_harm", "no", undefined],
  ["guidance", "self_harm", "yes", heldWithSupport],
  ["guidance", "self_harm", "talk", heldWithSupport],
  ["guidance", "touch", "ask", undefined],
  ["guidance", "recent_days", "yes", undefined],
  ["integration", "perception", "no", undefined],
  ["integration", "perception", "yes", heldWithSupport],
  ["integration", "perception", "talk", heldWithSupport],
  ["integration", "overwhelm", 10, undefined],
  ["integration", "decision", "no", undefined],
  ["integration", "decision", "urgent", note],
  ["couple", "free_to_speak", "freely", undefined],
  ["couple", "free_to_speak", "mostly", undefined],
  ["couple", "free_to_speak", "not_very", { ...heldWithSupport, holdsGuidance: false }],
  ["couple", "free_to_speak", "alone_first", { ...heldWithSupport, holdsGuidance: false }],
  ["mentorship", "urgency", "days", undefined],
  ["mentorship", "urgency", "at_risk", note],
  ["day 1", "within_reach", "no", look],
  ["day 1", "within_reach", "yes", undefined],
  ["day 1", "cared_for", "no", undefined],
  ["day 1", "overwhelm", 7, undefined],
  ["day 1", "overwhelm", 8, look],
  ["day 3", "overwhelm", 10, look],
  ["day 7", "steady", 3, undefined],
  ["day 7", "steady", 2, look],
  ["day 7", "steady", 0, look],
  ["day 7", "steady", "unsaid", undefined],
  ["day 7", "connected", 0, undefined],
  ["day 14", "perception", "yes", look],
  ["day 14", "perception", "no", undefined],
  ["day 14", "close_people", 0, undefined],
  ["day 30", "perception", "yes", look],
  ["day 30", "contact", "yes", look],
  ["day 365", "contact", "yes", look],
  ["day 365", "contact", "no", undefined],
];

describe("answers that matter now", () => {
  test.each(rows)("%s: %s answered by %j", (set, key, answer, follows) => {
    const raised = concernsIn(setOf(set), { [key]: answer });
    expect(raised).toEqual(follows ? [{ key, ...follows }] : []);
  });

  test("every question with which something can follow is among them", () => {
    const tried = new Set(rows.flatMap(([, key, , follows]) => (follows ? [key] : [])));
    const can = shippedSets.flatMap(({ questions }) => questions.filter(({ concern }) => concern));
    expect(can.map(({ key }) => key).filter((key) => !tried.has(key) && key !== "rested")).toEqual([]);
  });

  const rested = (now: Answers, ...earlier: Answers[]) =>
    concernsIn(setOf("day 7"), now, earlier).map(({ key }) => key);

  test("too little rest matters when it is the second time running", () => {
    expect(rested({ rested: 2 })).toEqual([]);
    expect(rested({ rested: 2 }, { rested: 3 })).toEqual([]);
    expect(rested({ rested: 3 }, { rested: 2 })).toEqual([]);
    expect(rested({ rested: 2 }, { rested: 2 })).toEqual(["rested"]);
    expect(rested({ rested: 2 }, { rested: 8 }, { rested: 1 })).toEqual([]);
  });

  test("a check-in in which that was left blank does not come between", () => {
    expect(rested({ rested: 1 }, { steady: 5 }, { rested: 0 })).toEqual(["rested"]);
    expect(rested({ rested: 1 }, { rested: "unsaid" }, { rested: 0 })).toEqual([]);
  });

  test("nothing follows from what was left blank", () => {
    for (const { questions } of shippedSets) expect(concernsIn(questions, {})).toEqual([]);
  });
});
