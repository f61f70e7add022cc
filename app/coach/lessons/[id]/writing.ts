import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";
import type { BlockType } from "#lib/lessons/markdown/blocks.ts";
import { nameOf } from "./kinds.ts";
import { newBlock, newKey, type Part, type PartBlock, partsOf } from "./parts.ts";

type Words = DraftToEdit["words"];

/** What stands on the page. */
export type Writing = {
  words: Words;
  parts: Part[];
  /** What went last, and how it comes back, until something else is done. */
  removed?: { name: string; back: (parts: Part[]) => Part[]; key?: string };
  /** Where the hands go on after an act on a part, and what is said of it. */
  focus?: { key: string; on: "first" | "up" | "down" };
  said?: string;
  /** How many texts came from the portal, this one included. */
  from: number;
  /** What came from it last: as long as nothing else stands here, nothing is to be saved. */
  came: Pick<Writing, "words" | "parts">;
};

type Change = (block: PartBlock) => PartBlock;
/** `undo`: what puts back what this takes away. */
type Undo = { name: string; change: Change };
export type Edit = (change: Change, undo?: Undo) => void;

export type Act =
  | { type: "words"; words: Partial<Words> }
  | { type: "edit"; key: string; change: Change; undo?: Undo }
  | { type: "add"; after: string | undefined; kind: BlockType }
  | { type: "move"; key: string; step: 1 | -1; by?: "up" | "down" }
  | { type: "remove"; key: string }
  | { type: "undo" }
  | { type: "bring"; words: Words; parts: Part[] }
  | { type: "open"; draft: DraftToEdit };

export function opened(draft: DraftToEdit, from = 0): Writing {
  const came = { words: draft.words, parts: partsOf(draft.blocks, from) };
  return { ...came, came, from };
}

export function act(writing: Writing, done: Act): Writing {
  const { removed: _, focus: __, said: ___, ...now } = writing;
  const { parts } = now;
  const at = "key" in done ? parts.findIndex(({ key }) => key === done.key) : -1;
  switch (done.type) {
    case "words":
      return { ...writing, words: { ...writing.words, ...done.words } };
    case "edit": {
      const { key, change, undo } = done;
      if (!undo) return { ...writing, parts: changed(parts, key, change) };
      const back = (then: Part[]) => changed(then, key, undo.change);
      return { ...now, parts: changed(parts, key, change), removed: { name: undo.name, back } };
    }
    case "add": {
      const part = { key: newKey(), block: newBlock(done.kind) };
      const place = parts.findIndex(({ key }) => key === done.after) + 1;
      return { ...now, parts: parts.toSpliced(place, 0, part), focus: { key: part.key, on: "first" } };
    }
    case "move": {
      const part = parts[at];
      const to = at + done.step;
      if (!part || to < 0 || to >= parts.length) return writing;
      return {
        ...now,
        parts: parts.toSpliced(at, 1).toSpliced(to, 0, part),
        ...(done.by && { focus: { key: part.key, on: done.by } }),
        said: `${nameOf(part.block.type)} is now part ${to + 1} of ${parts.length}.`,
      };
    }
    case "remove": {
      const part = parts[at];
      if (!part) return writing;
      const back = (then: Part[]) => then.toSpliced(at, 0, part);
      return {
        ...now,
        parts: parts.toSpliced(at, 1),
        removed: { name: nameOf(part.block.type), back, key: part.key },
      };
    }
    case "undo": {
      const { removed } = writing;
      if (!removed) return writing;
      const { back, key } = removed;
      return { ...now, parts: back(parts), ...(key && { focus: { key, on: "first" as const } }) };
    }
    case "bring":
      return { ...now, words: done.words, parts: done.parts };
    case "open":
      return opened(done.draft, writing.from + 1);
  }
}

function changed(parts: Part[], key: string, change: Change): Part[] {
  return parts.map((part) => (part.key === key ? { ...part, block: change(part.block) } : part));
}
