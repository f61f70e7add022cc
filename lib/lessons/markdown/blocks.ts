import type { RootContent } from "mdast";

/** Running text of a lesson: paragraphs, lists, quotes, emphasis and links. */
export type Prose = RootContent[];

export const pictures = ["loop", "columns", "circles", "pact", "page"] as const;
export type Picture = (typeof pictures)[number];

export type Field = { id: string; label: string; hint?: string };

/** `guidance`: for readers who have a day of guidance ahead only. */
export type Panel = { who: "reach" | "step_back" | "other"; title?: string; only?: "guidance"; prose: Prose };

/** Told in the order in which they are read. An id stays for ever: what readers write hangs on it. */
export type Block =
  | { type: "idea" | "example" | "safety"; title?: string; prose: Prose }
  | { type: "panels"; title?: string; panels: Panel[] }
  | { type: "exercise"; id: string; title: string; picture?: Picture; prose: Prose; fields: Field[] }
  | { type: "journal_prompt"; id: string; prose: Prose }
  | { type: "shared_question"; id: string /** Never with a partner. */; coachOnly: boolean; prose: Prose };

export type BlockType = Block["type"];

/** The blocks that a reader can write in. */
export type WritingBlock = Extract<Block, { id: string }>;

/** Where a journal or a question keeps its one answer; an exercise keeps one for each of its fields. */
export const answerField = "words";

export function isWriting(block: Block): block is WritingBlock {
  return "id" in block;
}

/** How many fields a picture has places for; undefined: any number. */
export const fieldsIn: Record<Picture, number | undefined> = {
  loop: 4,
  columns: 2,
  circles: 3,
  pact: undefined,
  page: undefined,
};
