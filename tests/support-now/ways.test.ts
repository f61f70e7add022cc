import { describe, expect, test } from "vitest";
import { addLineInput, changeLineInput } from "#lib/support/input.ts";
import { resources } from "#lib/support/resources.ts";
import { isSafeWay, readWay, typedWay } from "#lib/support/ways.ts";

const call = (to: string) => readWay({ kind: "call", to, words: "" });
const text = (to: string, words = "") => readWay({ kind: "text", to, words });
const web = (to: string, words = "") => readWay({ kind: "web", to, words });

describe("a way to reach somebody", () => {
  test("dials exactly what is written out", () => {
    expect(call(" 1-800-799-7233 ")).toEqual({ words: "Call 1-800-799-7233", to: "tel:18007997233" });
    expect(call("+351 (21) 354.45.45")).toEqual({
      words: "Call +351 (21) 354.45.45",
      to: "tel:+351213544545",
    });
    expect(text("988")).toEqual({ words: "Text 988", to: "sms:988" });
    expect(text("88788", "START")).toEqual({ words: "Text START to 88788", to: "sms:88788?body=START" });
  });

  test("is a page only where its address is encrypted", () => {
    expect(web("https://988lifeline.org", "Chat")).toEqual({ words: "Chat", to: "https://988lifeline.org/" });
    expect(web("https://www.example.org/a b")).toEqual({
      words: "Open example.org",
      to: "https://www.example.org/a%20b",
    });
  });

  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " data:text/html,x",
    "http://example.org",
    "//example.org",
    "https://user:pass@example.org",
    "https://localhost",
    "vbscript:x",
    "mailto:a@b.org",
    "tel:911",
  ])("never leads to %s", (to) => {
    expect(web(to)).toHaveProperty("sentence");
    expect(call(to)).toHaveProperty("sentence");
    expect(text(to)).toHaveProperty("sentence");
  });

  test("takes no number that nobody can dial, and no word that is more than one", () => {
    for (const bad of ["", "call us", "9", "12345678901234567", "1+1", "911;ext=1", "62-FIRESIDE", "9\n11&x"])
      expect(call(bad), bad).toHaveProperty("sentence");
    expect(text("88788", "START&cc=1")).toMatchObject({ field: "words" });
  });

  test("is kept from being a link where something else lies in the database", () => {
    for (const bad of [
      "javascript:alert(1)",
      "tel:911,javascript:",
      "sms:1?body=a%0a",
      'https://a.org/"x',
      "",
    ])
      expect(isSafeWay(bad), bad).toBe(false);
  });

  test("that comes along can be changed and stays the same when nothing is", () => {
    for (const way of resources.flatMap(({ ways }) => ways)) expect(readWay(typedWay(way))).toEqual(way);
  });
});

describe("what the owner says of a line", () => {
  const said = {
    ...{ name: " A  line ", whatHappens: "Somebody answers.", hoursText: "", hoursVerified: false },
    ...{ ways: [{ kind: "call", to: "123", words: "" }], sourceUrl: "", position: 3, checked: false },
  };
  const read = (change: object) => changeLineInput.safeParse({ ...said, ...change });

  test("is read tidily", () => {
    expect(read({}).data).toMatchObject({ name: "A line", ways: [{ words: "Call 123", to: "tel:123" }] });
    expect(addLineInput.safeParse({ ...said, place: "eu", urgency: "now" }).success).toBe(true);
  });

  test("is refused beside the field that it is about", () => {
    const wrong = (change: object) => read(change).error?.issues[0]?.path.join(".");
    expect(wrong({ name: "" })).toBe("name");
    expect(wrong({ whatHappens: "<b>" })).toBe("whatHappens");
    expect(wrong({ sourceUrl: "http://example.org" })).toBe("sourceUrl");
    expect(wrong({ ways: [{ kind: "web", to: "javascript:x", words: "" }] })).toBe("ways.0.to");
    expect(wrong({ ways: [{ to: "tel:123", words: "Call" }] })).toBe("ways.0.kind");
    expect(wrong({ ways: Array.from({ length: 6 }, () => said.ways[0]) })).toBe("ways");
    expect(wrong({ position: 1.5 })).toBe("position");
    expect(addLineInput.safeParse({ ...said, place: "", urgency: "now" }).success).toBe(false);
  });
});
