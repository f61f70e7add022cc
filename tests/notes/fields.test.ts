import { describe, expect, test } from "vitest";
import { fieldsWith, noteFields, type SessionKind, summaryFields } from "#lib/notes/fields.ts";
import { withTyped } from "#lib/notes/written.ts";

const kinds: SessionKind[] = [
  "first_conversation",
  "preparation",
  "guidance",
  "integration",
  "couple",
  "mentorship",
];
const asksWhatWasTaken =
  /substanc|amount|dose|dosage|\bmg\b|gram|source|where .* (came|from)|psilocybin|mushroom|mdma|ketamin|medicine|drug/i;

describe.each(kinds)("what is written after %s", (kind) => {
  const sheets = [noteFields(kind), summaryFields(kind), noteFields(kind, true)];

  test("never asks what somebody took, how much of it, or where it came from", () => {
    for (const { label } of sheets.flat()) expect(label).not.toMatch(asksWhatWasTaken);
    expect("The amount taken").toMatch(asksWhatWasTaken);
  });

  test("has a field for each thing once", () => {
    for (const fields of sheets) {
      expect(fields.length).toBeGreaterThan(0);
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    }
  });
});

test("the small step has one name wherever it is agreed on", () => {
  const withStep = kinds.filter((kind) => summaryFields(kind).some(({ key }) => key === "step"));
  expect(withStep).toEqual(["first_conversation", "preparation", "integration"]);
});

test("what was typed goes over what stood there, keeps the label it was written under, and leaves out what is blank", () => {
  const fields = [
    { key: "a", label: "A now" },
    { key: "b", label: "B" },
  ];
  const known = [
    { key: "a", label: "A then", words: "one" },
    { key: "own-1", label: "Mine", words: "two" },
  ];
  const typed = {
    answers: { b: "three", "own-1": "  ", "own-2": "four", unknown: "five" },
    labels: { "own-2": "More" },
  };
  expect(withTyped(known, typed, fields)).toEqual([
    { key: "a", label: "A then", words: "one" },
    { key: "b", label: "B", words: "three" },
    { key: "own-2", label: "More", words: "four" },
  ]);
  expect(fieldsWith(fields, known).map(({ label }) => label)).toEqual(["A now", "B", "Mine"]);
});
