import type { Block, Panel, Prose } from "#lib/lessons/markdown/blocks.ts";
import { proseHtml } from "#lib/lessons/markdown/prose.ts";
import { writeLesson } from "#lib/lessons/markdown/write-lesson.ts";
import type { ProseState } from "./prose-input.ts";
import { proseOf, stateOf } from "./prose-state.ts";
import { readDraft } from "./read-draft.ts";

type Edited<B> = B extends { prose: Prose } ? Omit<B, "prose"> & { state: ProseState } : B;

export type EditedPanel = Edited<Panel>;
/** A block as the browser edits it: its text is the editor's, never Markdown. */
export type EditedBlock =
  | Edited<Exclude<Block, { type: "panels" }>>
  | { type: "panels"; title?: string; panels: EditedPanel[] };

/** With the HTML that `proseHtml` made of the text, to be read before an editor stands in its place. */
export type OpenedPanel = EditedPanel & { html: string };
export type OpenedBlock =
  | (Exclude<EditedBlock, { type: "panels" }> & { html: string })
  | { type: "panels"; title?: string; panels: OpenedPanel[] };

export function blocksToEdit(body: string): OpenedBlock[] {
  return readDraft(body).map(opened);
}

export function bodyOf(blocks: readonly EditedBlock[]): string {
  return writeLesson(blocks.map(blockOf));
}

function opened(block: Block): OpenedBlock {
  if (block.type === "panels")
    return {
      ...block,
      panels: block.panels.map(({ prose, ...panel }) => ({ ...panel, ...withHtml(prose) })),
    };
  const { prose, ...rest } = block;
  return { ...rest, ...withHtml(prose) };
}

const withHtml = (prose: Prose) => ({ state: stateOf(prose), html: proseHtml(prose) });

function blockOf(block: EditedBlock): Block {
  if (block.type === "panels")
    return {
      ...block,
      panels: block.panels.map(({ state, ...panel }) => ({ ...panel, prose: proseOf(state) })),
    };
  const { state, ...rest } = block;
  return { ...rest, prose: proseOf(state) } as Block;
}
