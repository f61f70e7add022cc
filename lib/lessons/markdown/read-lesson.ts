import type { BlockContent, Paragraph, PhrasingContent, RootContent } from "mdast";
import { type Block, type Field, fieldsIn, isWriting, type Panel, type Prose, pictures } from "./blocks.ts";
import { parseMarkdown } from "./processor.ts";
import { plainProse } from "./prose.ts";

export type Container = Extract<RootContent, { type: "containerDirective" }>;
type Attributes = Record<string, string>;

/** What cannot be read, for the person who wrote it. `line` counts from 1. */
export type Problem = { line: number; sentence: string };

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A lesson's blocks. What is no block, or a block with a fault, is left out and told among the problems. */
export function readLesson(markdown: string): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell: Tell = (node, sentence) => {
    problems.push({ line: node.position?.start.line ?? 1, sentence });
    return [];
  };
  const blocks = parseMarkdown(markdown).children.flatMap((node): Block[] => {
    if (node.type !== "containerDirective")
      return tell(node, "This stands outside of any block. Put it between ::: lines that name a block.");
    const block = readBlock(node, tell);
    return block ? [block] : [];
  });
  const ids = new Set<string>();
  for (const block of blocks.filter(isWriting)) {
    if (ids.has(block.id)) problems.push({ line: 1, sentence: `Two blocks are called #${block.id}.` });
    ids.add(block.id);
  }
  return { blocks, problems };
}

type Tell = (node: RootContent, sentence: string) => [];

function readBlock(node: Container, tell: Tell): Block | undefined {
  const attributes = attributesOf(node);
  const title = labelOf(node);
  const prose = (): Prose => plainProse(node.children.filter((child) => !isLabel(child) && !isField(child)));
  const no = (sentence: string) => {
    tell(node, sentence);
    return undefined;
  };
  const named = () => idForm.test(attributes.id ?? "") && attributes.id;
  switch (node.name) {
    case "idea":
    case "example":
    case "safety":
      return { type: node.name, ...(title && { title }), prose: prose() };
    case "panels": {
      const panels = node.children.flatMap((child) => (isContainer(child) ? readPanel(child, tell) : []));
      return panels.length > 0
        ? { type: "panels", ...(title && { title }), panels }
        : no("Panels need at least one of :::reach, :::step_back or :::panel[Title] in them.");
    }
    case "exercise": {
      const id = named();
      const fields = node.children.flatMap(readField);
      const picture = pictures.find((one) => one === attributes.picture);
      if (!id) return no("An exercise needs an id of small letters and hyphens, such as {#two-columns}.");
      if (!title) return no("An exercise needs a title, as in :::exercise[Two columns].");
      if (attributes.picture && !picture)
        return no(`There is no picture called ${attributes.picture}. There are ${pictures.join(", ")}.`);
      if (fields.length === 0 || new Set(fields.map((field) => field.id)).size < fields.length)
        return no("An exercise needs at least one ::field[Label]{#id}, each with an id of its own.");
      const places = picture && fieldsIn[picture];
      if (places && fields.length !== places) return no(`The picture ${picture} has ${places} fields.`);
      return { type: "exercise", id, title, ...(picture && { picture }), prose: prose(), fields };
    }
    case "journal_prompt": {
      const id = named();
      return id
        ? { type: "journal_prompt", id, prose: prose() }
        : no("A journal prompt needs an id, as in {#ceiling}.");
    }
    case "shared_question": {
      const id = named();
      return id
        ? { type: "shared_question", id, coachOnly: attributes.with === "coach", prose: prose() }
        : no("A shared question needs an id, as in {#scared}.");
    }
    default:
      return no(`There is no block called ${node.name}.`);
  }
}

function readPanel(node: Container, tell: Tell): Panel[] {
  const title = labelOf(node);
  const prose = plainProse(node.children.filter((child) => !isLabel(child)));
  const only = attributesOf(node).for === "guidance" ? { only: "guidance" as const } : {};
  if (node.name === "reach" || node.name === "step_back")
    return [{ who: node.name, ...(title && { title }), ...only, prose }];
  if (node.name === "panel" && title) return [{ who: "other", title, ...only, prose }];
  return tell(node, "A panel is :::reach, :::step_back or :::panel[Title].");
}

function readField(node: RootContent): Field[] {
  if (node.type !== "leafDirective" || node.name !== "field") return [];
  const { id = "", hint } = attributesOf(node);
  const label = textOf(node.children).trim();
  return idForm.test(id) && label ? [{ id, label, ...(hint && { hint }) }] : [];
}

export function attributesOf(node: {
  attributes?: Record<string, string | null | undefined> | null;
}): Attributes {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).flatMap(([name, value]) => (value ? [[name, value.trim()]] : [])),
  );
}

export const isContainer = (node: RootContent): node is Container => node.type === "containerDirective";
export const isField = (node: RootContent) => node.type === "leafDirective" && node.name === "field";

export function isLabel(node: RootContent | BlockContent): node is Paragraph {
  return node.type === "paragraph" && node.data !== undefined && "directiveLabel" in node.data;
}

export function labelOf(node: Container): string | undefined {
  const label = node.children.find(isLabel);
  return label && (textOf(label.children).trim() || undefined);
}

/** What is written there, without its marks. */
export function textOf(nodes: readonly (RootContent | PhrasingContent)[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return node.value;
      if (node.type === "break") return " ";
      return "children" in node ? textOf(node.children as RootContent[]) : "";
    })
    .join("");
}
