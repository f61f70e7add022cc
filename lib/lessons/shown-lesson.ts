import { type Block, type Field, isWriting, type Panel, type Prose } from "./markdown/blocks.ts";
import { parseMarkdown } from "./markdown/processor.ts";
import { plainProse, proseHtml } from "./markdown/prose.ts";
import { readLesson, textOf } from "./markdown/read-lesson.ts";

/** HTML made by `proseHtml`, and nothing else. */
export type Html = string;

type Shown<B> = B extends { prose: Prose } ? Omit<B, "prose"> & { html: Html } : B;
export type ShownPanel = Shown<Panel>;
/** `anchor` is the block's place in the page's address, `heading` what stands above it. */
export type ShownBlock = { anchor: string; heading: string } & (
  | Shown<Exclude<Block, { type: "panels" }>>
  | { type: "panels"; title?: string; panels: ShownPanel[] }
);
export type ShownExercise = Extract<ShownBlock, { type: "exercise" }>;
export type { Field };

export type ShownLesson = { blocks: ShownBlock[]; minutes: number };

const wordsAMinute = 200;
const kept = new Map<string, ShownLesson>();
const most = 200;

const headings: Record<Block["type"], string> = {
  idea: "The idea",
  example: "An example",
  safety: "Before you go on",
  panels: "Two sides",
  exercise: "Something to try",
  journal_prompt: "For your journal",
  shared_question: "A shared question",
};

/** What `shownVersion` has made before, so that its text need not be read again. */
export function keptVersion(id: string): ShownLesson | undefined {
  return kept.get(id);
}

/** A version as readers see it. A version never changes, so it is made once for each process. */
export function shownVersion({ id, body }: { id: string; body: string }): ShownLesson {
  const known = kept.get(id);
  if (known) return known;
  const made = shownText(body);
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest) kept.delete(oldest);
  kept.set(id, made);
  return made;
}

/** A text that is no version yet as readers would see it. */
export function shownText(body: string): ShownLesson {
  return shownBlocks(readLesson(body).blocks);
}

export function shownBlocks(blocks: readonly Block[]): ShownLesson {
  const words = blocks.map(wordsIn).join(" ").split(/\s+/).filter(Boolean).length;
  const counts = new Map<string, number>();
  const shown = blocks.map((block): ShownBlock => {
    const count = (counts.get(block.type) ?? 0) + 1;
    counts.set(block.type, count);
    const anchor = isWriting(block) ? block.id : `${block.type.replace("_", "-")}-${count}`;
    const heading = (!isWriting(block) && block.title) || headings[block.type];
    if (block.type === "panels")
      return {
        ...block,
        anchor,
        heading,
        panels: block.panels.map(({ prose, ...panel }) => ({ ...panel, html: proseHtml(prose) })),
      };
    const { prose, ...rest } = block;
    return { ...rest, anchor, heading, html: proseHtml(prose) } as ShownBlock;
  });
  return { blocks: shown, minutes: Math.max(1, Math.round(words / wordsAMinute)) };
}

/** What introduces a course. */
export function shownIntro(markdown: string): Html {
  return proseHtml(plainProse(parseMarkdown(markdown).children));
}

function wordsIn(block: Block): string {
  if (block.type === "panels") return block.panels.map(({ prose }) => spaced(prose)).join(" ");
  return spaced(block.prose);
}

const spaced = (prose: Prose) => prose.map((part) => textOf([part])).join(" ");
