import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginningOf, passageOf, plainOf } from "#lib/reflections/journal/rules.ts";

describe("the beginning of an entry", () => {
  test("is one line of whole words", () => {
    expect(beginningOf("  A morning.\n\nThe kettle,  and rain. ")).toBe("A morning. The kettle, and rain.");
    expect(beginningOf("one two three four", 9)).toBe("one two…");
    expect(beginningOf("a".repeat(50), 9)).toBe(`${"a".repeat(9)}…`);
    expect(beginningOf("")).toBe("");
  });

  test("is never longer than there is room for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        expect(beginningOf(text, 40).length).toBeLessThanOrEqual(41);
      }),
    );
  });
});

describe("looking for words", () => {
  test.each([
    ["The Kitchen, late.", "kitchen", true],
    ["Ein Frühstück ohne Worte", "fruhstuck", true],
    ["um cafe\u0301 sozinha", "CAFÉ", true],
    ["two\n words", "two words", true],
    ["The kitchen", "garden", false],
  ])("in %j for %j", (text, words, isThere) => {
    expect(passageOf(text, plainOf(words)) !== undefined).toBe(isThere);
  });

  test("what is found is shown with the words round it", () => {
    const text = `${"before ".repeat(60)}the blue door ${"after ".repeat(60)}`;
    const passage = passageOf(text, "blue door") ?? "";
    expect(passage).toContain("the blue door after");
    expect(passage.startsWith("…before")).toBe(true);
    expect(passage.length).toBeLessThan(140);
  });
});
