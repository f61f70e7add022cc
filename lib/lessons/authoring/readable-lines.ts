import type { List, RootContent } from "mdast";
import type { Block, Panel, Prose } from "#lib/lessons/markdown/blocks.ts";
import { readLesson, textOf } from "#lib/lessons/markdown/read-lesson.ts";
import type { WholeText } from "./versions.ts";

const kinds: Record<Block["type"], string> = {
  idea: "The idea",
  example: "An example",
  safety: "Before you go on",
  panels: "Two sides",
  exercise: "Exercise",
  journal_prompt: "For the journal",
  shared_question: "A shared question",
};

const sides: Record<Panel["who"], string> = {
  reach: "If you tend to reach",
  step_back: "If you tend to step back",
  other: "For some readers",
};

/** A lesson's words as paragraphs, without any marks, for comparing. */
export function readableLines({ words: { title, summary, goal }, body }: WholeText): string[] {
  const { blocks } = readLesson(body);
  return [title, summary, goal, ...blocks.flatMap(linesOf)].filter((line) => line !== "");
}

function linesOf(block: Block): string[] {
  const name = kinds[block.type];
  switch (block.type) {
    case "panels":
      return [named(name, block.title), ...block.panels.flatMap(panelLines)];
    case "exercise":
      return [
        named(name, block.title),
        ...(block.picture ? [`Drawn as: ${block.picture}`] : []),
        ...proseLines(block.prose),
        ...block.fields.map(({ label, hint }) => `To write in: ${hint ? `${label} (${hint})` : label}`),
      ];
    case "journal_prompt":
      return [name, ...proseLines(block.prose)];
    case "shared_question":
      return [block.coachOnly ? `${name}, with the coach only` : name, ...proseLines(block.prose)];
    default:
      return [named(name, block.title), ...proseLines(block.prose)];
  }
}

function panelLines({ who, title, only, prose }: Panel): string[] {
  const side = named(sides[who], title);
  return [only ? `${side} (with a day of guidance ahead)` : side, ...proseLines(prose)];
}

const named = (kind: string, title: string | undefined) => (title ? `${kind}: ${title}` : kind);

function proseLines(prose: Prose): string[] {
  return prose.flatMap((node) => {
    if (node.type === "list") return itemLines(node);
    if (node.type === "blockquote") return proseLines(node.children);
    return textOf([node]).split(/\n+/).join(" ");
  });
}

function itemLines({ ordered, start, children }: List): string[] {
  return children.flatMap((item, index) => {
    const [first = "", ...others] = proseLines(item.children as RootContent[]);
    return [`${ordered ? `${(start ?? 1) + index}.` : "•"} ${first}`, ...others];
  });
}
