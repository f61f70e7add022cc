import { describe, expect, test } from "vitest";
import {
  blank,
  changed,
  moved,
  newKey,
  optionOf,
  putBack,
  without,
} from "#app/coach/questions/[id]/changes.ts";

const three = ["own_a", "own_b", "own_c"].map((key) => blank("short", key));
const keys = (questions: { key: string }[]) => questions.map(({ key }) => key.slice(-1)).join("");

describe("a coach who changes a set", () => {
  test("moves a question, and at an end it stays", () => {
    expect(keys(moved(three, "own_a", 1))).toBe("bac");
    expect(keys(moved(three, "own_c", -1))).toBe("acb");
    expect(keys(moved(three, "own_a", -1))).toBe("abc");
    expect(keys(moved(three, "own_c", 1))).toBe("abc");
  });

  test("takes one out and gets it back where it was, whatever else went meanwhile", () => {
    const [first, , third] = three;
    if (!first || !third) throw new Error("There are three");
    expect(keys(putBack(without(three, "own_a"), first, 0))).toBe("abc");
    expect(keys(putBack([first], third, 2))).toBe("ac");
  });

  test("says one question otherwise and leaves the others", () => {
    expect(changed(three, "own_b", { text: "How?" }).map(({ text }) => text)).toEqual(["", "How?", ""]);
  });

  test("adds answers and questions of which no other has the key", () => {
    const { options } = blank("choice", "own_d");
    expect(new Set([...options, optionOf(options)].map(({ key }) => key)).size).toBe(3);
    expect(newKey()).toMatch(/^own_[a-f0-9]{12}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
