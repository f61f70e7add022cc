import type { RootContent } from "mdast";
import { type Block, type Field, type Panel, pictures } from "#lib/lessons/markdown/blocks.ts";
import { parseMarkdown } from "#lib/lessons/markdown/processor.ts";
import { plainProse } from "#lib/lessons/markdown/prose.ts";
import {
  attributesOf,
  type Container,
  isContainer,
  isField,
  isLabel,
  labelOf,
  textOf,
} from "#lib/lessons/markdown/read-lesson.ts";

/**
 * The blocks of a text as far as somebody has come with it: an id or a title may be empty yet. What stands outside of any
 * block, or in one that there is not, becomes an idea, so that nothing of it is lost.
 */
export function readDraft(markdown: string): Block[] {
  const blocks: Block[] = [];
  let loose: RootContent[] = [];
  const gather = () => {
    const prose = plainProse(loose);
    if (prose.length > 0) blocks.push({ type: "idea", prose });
    loose = [];
  };
  for (const node of parseMarkdown(markdown).children) {
    if (isContainer(node)) {
      gather();
      blocks.push(blockOf(node));
    } else loose.push(node);
  }
  gather();
  return blocks;
}

function blockOf(node: Container): Block {
  const { id = "", picture: drawn, with: who } = attributesOf(node);
  const title = labelOf(node) ?? "";
  const prose = proseOf(node.children);
  switch (node.name) {
    case "idea":
    case "example":
    case "safety":
      return { type: node.name, ...(title && { title }), prose };
    case "panels":
      return { type: "panels", ...(title && { title }), panels: panelsOf(node) };
    case "exercise": {
      const picture = pictures.find((one) => one === drawn);
      const fields = node.children.filter(isField).map(fieldOf);
      return { type: "exercise", id, title, ...(picture && { picture }), prose, fields };
    }
    case "journal_prompt":
      return { type: node.name, id, prose };
    case "shared_question":
      return { type: node.name, id, coachOnly: who === "coach", prose };
    default:
      return { type: "idea", title: title || node.name, prose };
  }
}

function panelsOf({ children }: Container): Panel[] {
  const panels = children.filter(isContainer).map((node): Panel => {
    const title = labelOf(node);
    const only = attributesOf(node).for === "guidance" ? { only: "guidance" as const } : {};
    const prose = proseOf(node.children);
    if (node.name === "reach" || node.name === "step_back")
      return { who: node.name, ...(title && { title }), ...only, prose };
    return { who: "other", title: title ?? "", ...only, prose };
  });
  const beside = proseOf(children.filter((child) => !isContainer(child)));
  return beside.length > 0 ? [...panels, { who: "other", title: "", prose: beside }] : panels;
}

function fieldOf(node: RootContent): Field {
  const { id = "", hint } = "attributes" in node ? attributesOf(node) : {};
  const label = "children" in node ? textOf(node.children).trim() : "";
  return { id, label, ...(hint && { hint }) };
}

function proseOf(children: readonly RootContent[]) {
  return plainProse(children.filter((child) => !isLabel(child) && !isField(child)));
}
