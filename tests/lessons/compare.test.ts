import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Compared, compareTexts } from "#lib/lessons/authoring/compare.ts";
import { readableLines } from "#lib/lessons/authoring/readable-lines.ts";

const side = (compared: Compared[], without: "came" | "went") =>
  compared
    .map((parts) =>
      parts
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(""),
    )
    .filter((line) => line !== "");

describe("two texts side by side", () => {
  test("show the words that went and came, inside of their paragraph", () => {
    expect(
      compareTexts(["A loop has no start.", "The end."], ["A loop has no starter.", "The end."]),
    ).toEqual([
      [
        { kind: "same", text: "A loop has no " },
        { kind: "went", text: "start" },
        { kind: "came", text: "starter" },
        { kind: "same", text: "." },
      ],
      [{ kind: "same", text: "The end." }],
    ]);
  });

  test("show paragraphs that are new, and those that are gone, whole", () => {
    expect(compareTexts(["One."], ["One.", "Two."])[1]).toEqual([{ kind: "came", text: "Two." }]);
    expect(compareTexts(["One.", "Two."], ["Two."])[0]).toEqual([{ kind: "went", text: "One." }]);
    expect(compareTexts(["Her question makes him quieter"], ["On Sundays we walk the dog"])).toEqual([
      [
        { kind: "went", text: "Her question makes him quieter" },
        { kind: "came", text: "On Sundays we walk the dog" },
      ],
    ]);
  });

  test("give back both of them, whatever they are", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "."), minLength: 1, maxLength: 12 });
    const text = fc.array(line, { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(before, after);
        expect(side(compared, "came")).toEqual(before);
        expect(side(compared, "went")).toEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  test("are told apart even when they are long and have nothing in common", () => {
    const long = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`);
    const compared = compareTexts([long("a").join(" "), ...long("a")], [long("b").join(" "), ...long("b")]);
    expect(compared).toHaveLength(4_001);
  });
});

test("a lesson is compared by what is read in it, without its marks", () => {
  const words = { title: "Ours", summary: "In short.", goal: "Afterwards." };
  const body = `:::idea[A loop]
Some *very* plain words.

- one
- [two](https://example.org)
:::

::::panels
:::panel[Ahead]{for=guidance}
Not yet.
:::
::::

:::exercise[Draw]{#draw picture=columns}
Take a moment.

::field[Mine]{#mine hint="A word"}

::field[Yours]{#yours}
:::

:::shared_question{#where with=coach}
Where?
:::
`;
  const lines = readableLines({ words, body });
  expect(lines.filter(({ isHead }) => isHead)).toHaveLength(6);
  expect(lines.map(({ text }) => text)).toEqual([
    ...["Ours", "In short.", "Afterwards."],
    ...["The idea: A loop", "Some very plain words.", "• one", "• two"],
    ...["Two sides", "For some readers: Ahead (with a day of guidance ahead)", "Not yet."],
    ...[
      "Exercise: Draw",
      "Drawn as: columns",
      "Take a moment.",
      "To write in: Mine (A word)",
      "To write in: Yours",
    ],
    ...["A shared question, with the coach only", "Where?"],
  ]);
});
