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

/** `isHead`: it names what comes after it. */
export type ReadableLine = { text: string; isHead: boolean };

/** A lesson's words as paragraphs, without any marks, for comparing. */
export function readableLines({ words: { title, summary, goal }, body }: WholeText): ReadableLine[] {
  const { blocks } = readLesson(body);
  const lines = [head(title), ...plain([summary, goal]), ...blocks.flatMap(linesOf)];
  return lines.filter(({ text }) => text !== "");
}

const head = (text: string): ReadableLine => ({ text, isHead: true });
const plain = (texts: string[]): ReadableLine[] => texts.map((text) => ({ text, isHead: false }));

function linesOf(block: Block): ReadableLine[] {
  const name = kinds[block.type];
  switch (block.type) {
    case "panels":
      return [head(named(name, block.title)), ...block.panels.flatMap(panelLines)];
    case "exercise": {
      const drawn = block.picture ? [`Drawn as: ${block.picture}`] : [];
      const fields = block.fields.map(
        ({ label, hint }) => `To write in: ${hint ? `${label} (${hint})` : label}`,
      );
      return [head(named(name, block.title)), ...plain([...drawn, ...proseLines(block.prose), ...fields])];
    }
    case "journal_prompt":
      return [head(name), ...plain(proseLines(block.prose))];
    case "shared_question": {
      const asked = block.coachOnly ? `${name}, with the coach only` : name;
      return [head(asked), ...plain(proseLines(block.prose))];
    }
    default:
      return [head(named(name, block.title)), ...plain(proseLines(block.prose))];
  }
}

function panelLines({ who, title, only, prose }: Panel): ReadableLine[] {
  const side = named(sides[who], title);
  return [head(only ? `${side} (with a day of guidance ahead)` : side), ...plain(proseLines(prose))];
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
