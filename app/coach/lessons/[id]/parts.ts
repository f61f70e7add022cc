import type { EditedBlock, OpenedBlock, OpenedPanel } from "#lib/lessons/authoring/edited-blocks.ts";
import type { ProseState } from "#lib/lessons/authoring/prose-input.ts";
import type { BlockType, Field } from "#lib/lessons/markdown/blocks.ts";

type Keyed<T> = T & { key: string };
export type PanelPart = Keyed<OpenedPanel>;
export type FieldPart = Keyed<Field>;
type Opened<Type extends BlockType> = Extract<OpenedBlock, { type: Type }>;
export type ExercisePart = Omit<Opened<"exercise">, "fields"> & { fields: FieldPart[] };
export type PanelsPart = Omit<Opened<"panels">, "panels"> & { panels: PanelPart[] };

/** A block on the page, and what React knows it and its pieces by. */
export type Part = {
  key: string;
  block: Exclude<OpenedBlock, { type: "exercise" | "panels" }> | ExercisePart | PanelsPart;
};
export type PartBlock = Part["block"];

/** `from` differs for each text that comes, so that editors of the one before are not taken for its own. */
export function partsOf(blocks: readonly OpenedBlock[], from: number): Part[] {
  return blocks.map((block, index) => {
    const key = `${from}-${index}`;
    if (block.type === "panels")
      return {
        key,
        block: { ...block, panels: block.panels.map((one, at) => ({ ...one, key: `${key}-${at}` })) },
      };
    if (block.type === "exercise")
      return {
        key,
        block: { ...block, fields: block.fields.map((one, at) => ({ ...one, key: `${key}-${at}` })) },
      };
    return { key, block };
  });
}

/** As the portal takes it: the text alone, without what was only there to be looked at. */
export function blocksOf(parts: readonly Part[]): EditedBlock[] {
  return parts.map(({ block }): EditedBlock => {
    if (block.type === "panels")
      return { ...block, panels: block.panels.map(({ key: _, html: __, ...panel }) => panel) };
    const { html: _, ...rest } = block;
    if (rest.type === "exercise")
      return { ...rest, fields: rest.fields.map(({ key: _, ...field }) => field) };
    return rest;
  });
}

const nothing = (): { state: ProseState; html: string } => ({
  state: { root: { type: "root", children: [] } },
  html: "",
});

let made = 0;
export function newKey(): string {
  made += 1;
  return `new-${made}`;
}

export const newField = (): FieldPart => ({ key: newKey(), id: "", label: "" });
export const newPanel = (who: PanelPart["who"]): PanelPart =>
  who === "other" ? { key: newKey(), who, title: "", ...nothing() } : { key: newKey(), who, ...nothing() };

export function newBlock(type: BlockType): PartBlock {
  switch (type) {
    case "panels":
      return { type, panels: [newPanel("reach"), newPanel("step_back")] };
    case "exercise":
      return { type, id: "", title: "", fields: [newField()], ...nothing() };
    case "journal_prompt":
      return { type, id: "", ...nothing() };
    case "shared_question":
      return { type, id: "", coachOnly: false, ...nothing() };
    default:
      return { type, ...nothing() };
  }
}
