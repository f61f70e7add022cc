import { diffArrays, diffWordsWithSpace } from "diff";

export type Part = { kind: "same" | "came" | "went"; text: string };

/** One paragraph of what was and what is: its words in order, those that went before those that came. */
export type Compared = Part[];

// Two texts that have nothing in common would be compared for ever.
const patience = { maxEditLength: 2_000 };

/** Compares two texts paragraph by paragraph, and word by word inside of those that changed. */
export function compareTexts(before: readonly string[], after: readonly string[]): Compared[] {
  const changes = diffArrays([...before], [...after], patience) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ];
  const compared: Compared[] = [];
  let went: string[] = [];
  const close = (came: string[]) => {
    const longest = Math.max(went.length, came.length);
    for (let index = 0; index < longest; index += 1) compared.push(compareLine(went[index], came[index]));
    went = [];
  };
  for (const { value, added, removed } of changes) {
    if (removed) went = value;
    else if (added) close(value);
    else {
      close([]);
      for (const text of value) compared.push([{ kind: "same", text }]);
    }
  }
  close([]);
  return compared;
}

function compareLine(before: string | undefined, after: string | undefined): Compared {
  if (before === undefined) return [{ kind: "came", text: after ?? "" }];
  if (after === undefined) return [{ kind: "went", text: before }];
  const words = diffWordsWithSpace(before, after, patience);
  const kept = words?.filter(({ added, removed }) => !added && !removed).map(({ value }) => value.trim());
  // A paragraph in which only small words stayed is easier to read as a new one.
  if (!words || (kept?.join("").length ?? 0) * 4 < Math.min(before.length, after.length))
    return [
      { kind: "went", text: before },
      { kind: "came", text: after },
    ];
  return words.map(({ value, added, removed }) => ({
    kind: added ? "came" : removed ? "went" : "same",
    text: value,
  }));
}
