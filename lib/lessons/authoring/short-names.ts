import { type Block, isWriting, type WritingBlock } from "#lib/lessons/markdown/blocks.ts";
import { textOf } from "#lib/lessons/markdown/read-lesson.ts";
import { slugFrom, slugsLike } from "./slug.ts";

/** "Draw the loop" as an id: draw-the-loop, or draw-the-loop-2 where that is taken. Takes it. */
function shortName(words: string, otherwise: string, taken: Set<string>): string {
  for (const name of slugsLike(slugFrom(words, otherwise))) {
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
  throw new Error("Names never end");
}

/** The ids of writing blocks, and of each one's fields, under which somebody may have written already. */
export type TakenNames = { blocks: Set<string>; fields: Map<string, Set<string>> };

/** Gives ids to what is new, out of its own words. What has an id keeps it: what readers write hangs on it. */
export function nameNewBlocks(blocks: readonly Block[], before: TakenNames): Block[] {
  const taken = new Set([...before.blocks, ...blocks.filter(isWriting).map(({ id }) => id)]);
  return blocks.map((block): Block => {
    if (!isWriting(block)) return block;
    const id = block.id || shortName(wordsFor(block), fallbacks[block.type], taken);
    if (block.type !== "exercise") return { ...block, id };
    const fields = new Set([...(before.fields.get(id) ?? []), ...block.fields.map((field) => field.id)]);
    return {
      ...block,
      id,
      fields: block.fields.map((field) => ({
        ...field,
        id: field.id || shortName(field.label, "field", fields),
      })),
    };
  });
}

const fallbacks = { exercise: "exercise", journal_prompt: "journal", shared_question: "question" };

function wordsFor(block: WritingBlock): string {
  if (block.type === "exercise") return block.title;
  return textOf(block.prose).split(/\s+/).slice(0, 4).join(" ");
}

export function namesIn(texts: readonly (readonly Block[])[]): TakenNames {
  const names: TakenNames = { blocks: new Set(), fields: new Map() };
  for (const block of texts.flat().filter(isWriting)) {
    names.blocks.add(block.id);
    if (block.type !== "exercise") continue;
    const fields = names.fields.get(block.id) ?? new Set();
    for (const { id } of block.fields) fields.add(id);
    names.fields.set(block.id, fields);
  }
  return names;
}
