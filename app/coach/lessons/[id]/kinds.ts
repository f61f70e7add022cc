import type { BlockType, Picture } from "#lib/lessons/markdown/blocks.ts";

/** What a coach calls the parts of a lesson, in the order in which they are offered. */
export const kinds: { type: BlockType; name: string; more: string }[] = [
  { type: "idea", name: "Idea", more: "A thought, told in a few paragraphs." },
  { type: "example", name: "Example", more: "A small scene, set apart from the rest." },
  { type: "panels", name: "Two sides", more: "One panel for those who reach, one for those who step back." },
  { type: "exercise", name: "Exercise", more: "Boxes to write in. Only the reader sees what is in them." },
  { type: "journal_prompt", name: "Journal prompt", more: "One question to write about alone." },
  { type: "shared_question", name: "Shared question", more: "One question whose answer can be shown." },
  {
    type: "safety",
    name: "Safety",
    more: "When this is not the right tool. It comes with a quick way to leave.",
  },
];

export const nameOf = (type: BlockType) => kinds.find((kind) => kind.type === type)?.name ?? "";

export const panelNames = { reach: "If you tend to reach", step_back: "If you tend to step back" };

export const layouts: { picture: Picture | ""; name: string }[] = [
  { picture: "", name: "Boxes, one under another" },
  { picture: "loop", name: "A loop of four boxes" },
  { picture: "columns", name: "Two columns" },
  { picture: "circles", name: "Three circles" },
  { picture: "pact", name: "A pact" },
  { picture: "page", name: "One page" },
];
