import { type Block, fieldsIn, type Prose } from "#lib/lessons/markdown/blocks.ts";
import { textOf } from "#lib/lessons/markdown/read-lesson.ts";

/** Why a block cannot be read yet, for the coach who writes it. `block` counts from 0. */
export type Fault = { block: number; sentence: string };

export function faultsIn(blocks: readonly Block[]): Fault[] {
  return blocks.flatMap((block, index) => {
    const sentence = faultOf(block);
    return sentence ? [{ block: index, sentence }] : [];
  });
}

function faultOf(block: Block): string | undefined {
  switch (block.type) {
    case "panels":
      if (block.panels.length === 0) return "There is no panel in here yet. Add one, or remove this block.";
      if (block.panels.some(({ prose }) => isEmpty(prose)))
        return "One of these panels is empty. Write something in it, or remove it.";
      return block.panels.some(({ who, title }) => who === "other" && !title)
        ? "Give the panel a title that says for whom it is."
        : undefined;
    case "exercise": {
      const places = block.picture && fieldsIn[block.picture];
      if (!block.title) return "Give this exercise a title.";
      if (block.fields.length === 0) return "Add at least one box to write in.";
      if (block.fields.some(({ label }) => !label))
        return "Each box needs a label that says what goes in it.";
      return places && block.fields.length !== places
        ? `This picture has room for ${places} boxes, and there are ${block.fields.length}.`
        : undefined;
    }
    default:
      return isEmpty(block.prose)
        ? "Nothing is written here yet. Write something, or remove this block."
        : undefined;
  }
}

const isEmpty = (prose: Prose) => textOf(prose).trim() === "";
