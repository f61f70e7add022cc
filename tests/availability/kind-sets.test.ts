import { describe, expect, it } from "vitest";
import { hoursWords } from "#app/coach/availability/hours-words.ts";
import {
  commonSets,
  inSentence,
  isSameSet,
  type Kinds,
  setWords,
  withKind,
} from "#app/coach/availability/kind-sets.ts";
import { bodyOf, copyDay, weekOf } from "#app/coach/availability/week.ts";
import { sessionKind } from "#db/schema/index.ts";
import { sessionKinds } from "#lib/availability/kinds.ts";

const named = [
  { kind: "first_conversation", name: "First conversation" },
  { kind: "preparation", name: "Preparation" },
  { kind: "guidance", name: "Guidance" },
  { kind: "integration", name: "IFS hour" },
];
const butGuidance = sessionKinds.filter((kind) => kind !== "guidance");

it("the kinds are those that the tables know", () => {
  expect(sessionKinds).toEqual(sessionKind.enumValues);
});

describe("which kinds hours are for", () => {
  it("is offered in the words that are wanted most", () => {
    expect(commonSets(named).map(({ words }) => words)).toEqual([
      "All kinds",
      "All but guidance",
      "Guidance only",
      "First conversation only",
      "Preparation only",
      "IFS hour only",
    ]);
    expect(commonSets(named.slice(0, 2)).map(({ words }) => words)).not.toContain("All but guidance");
  });

  it("has words for any set, whatever its order", () => {
    const words: [Kinds, string][] = [
      [undefined, "All kinds"],
      [[...butGuidance].reverse(), "All but guidance"],
      [["guidance"], "Guidance only"],
      [["integration", "first_conversation"], "First conversation and IFS hour"],
      [["first_conversation", "preparation", "guidance"], "First conversation, preparation and guidance"],
      [["mentorship"], "No kind of yours"],
    ];
    for (const [kinds, said] of words) expect(setWords(kinds, named)).toBe(said);
  });

  it("grows and shrinks a tick at a time, keeps what has no tick, and is all when all are ticked", () => {
    const less = withKind(undefined, "guidance", false, named);
    expect(less).toEqual(["first_conversation", "preparation", "integration"]);
    expect(withKind(less, "guidance", true, named)).toBeUndefined();
    expect(withKind(["guidance"], "guidance", false, named)).toEqual([]);
    expect(withKind(["mentorship"], "guidance", true, named)).toEqual(["mentorship", "guidance"]);
    expect(isSameSet([], undefined)).toBe(false);
  });

  it("is written small in the middle of a sentence, but for names", () => {
    expect(["Guidance", "IFS hour", "A", "Übung"].map(inSentence)).toEqual([
      "guidance",
      "IFS hour",
      "a",
      "übung",
    ]);
  });

  it("stands behind the hours of a changed day", () => {
    const [ten, two] = [
      { from: "10:00", to: "13:00" },
      { from: "14:00", to: "17:00" },
    ];
    const guidance = { kinds: ["guidance"] };
    expect(hoursWords([], named)).toBe("Closed");
    expect(hoursWords([ten, two], named)).toBe("10:00 to 13:00 and 14:00 to 17:00");
    expect(hoursWords([{ ...ten, ...guidance }], named)).toBe("10:00 to 13:00, guidance only");
    expect(hoursWords([{ ...ten, ...guidance }, two], named)).toBe(
      "10:00 to 13:00, guidance only; 14:00 to 17:00, all kinds",
    );
  });
});

describe("a week that is opened and saved", () => {
  const stored = [
    { weekday: 1, from: "09:00", to: "12:00", kinds: ["preparation", "integration"] },
    { weekday: 1, from: "10:00", to: "12:00", kinds: ["guidance"] },
    { weekday: 1, from: "13:00", to: "14:00" },
    { weekday: 2, from: "09:00", to: "12:00", kinds: ["guidance"] },
    { weekday: 2, from: "13:00", to: "14:00", kinds: ["guidance"] },
  ];
  const without = ({ weekday: _, ...hours }: (typeof stored)[number]) => hours;

  it("loses nothing of what was stored", () => {
    const body = bodyOf(weekOf("UTC", stored));
    expect(body.days[0]?.hours).toEqual(stored.slice(0, 3).map(without));
    expect(body.days[1]?.hours).toEqual(stored.slice(3).map(without));
    expect(JSON.stringify(body.days[2])).toBe('{"weekday":3,"hours":[]}');
  });

  it("shows each stretch with its own kinds only where they differ", () => {
    const { days } = weekOf("UTC", stored);
    expect(days.map(({ eachOwn }) => eachOwn)).toEqual([true, false, false, false, false, false, false]);
  });

  it("copies a day with its kinds", () => {
    const week = copyDay(weekOf("UTC", stored), 0, [4]);
    expect(bodyOf(week).days[4]?.hours).toEqual(stored.slice(0, 3).map(without));
    expect(week.days[4]?.eachOwn).toBe(true);
  });
});
