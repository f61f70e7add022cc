import type { Root, RootContent } from "mdast";
import type { Block, Panel } from "./blocks.ts";
import { printMarkdown } from "./processor.ts";

type Container = Extract<RootContent, { type: "containerDirective" }>;
type Attributes = Record<string, string>;

/** The Markdown that `readLesson` reads as these blocks. */
export function writeLesson(blocks: readonly Block[]): string {
  return printMarkdown({ type: "root", children: blocks.map(writeBlock) } as Root);
}

function writeBlock(block: Block): Container {
  switch (block.type) {
    case "idea":
    case "example":
    case "safety":
      return container(block.type, block.title, {}, block.prose);
    case "panels":
      return container("panels", block.title, {}, block.panels.map(writePanel));
    case "exercise": {
      const fields = block.fields.map(
        ({ id, label, hint }): RootContent => ({
          type: "leafDirective",
          name: "field",
          attributes: { ...(id && { id }), ...(hint && { hint }) },
          children: label ? [{ type: "text", value: label }] : [],
        }),
      );
      const attributes = { ...named(block), ...(block.picture && { picture: block.picture }) };
      return container("exercise", block.title, attributes, [...block.prose, ...fields]);
    }
    case "journal_prompt":
      return container(block.type, undefined, named(block), block.prose);
    case "shared_question":
      return container(
        block.type,
        undefined,
        { ...named(block), ...(block.coachOnly && { with: "coach" }) },
        block.prose,
      );
  }
}

/** In a draft, a new block has no id yet. */
const named = ({ id }: { id: string }): Attributes => (id ? { id } : {});

function writePanel({ who, title, only, prose }: Panel): Container {
  return container(who === "other" ? "panel" : who, title, only ? { for: only } : {}, prose);
}

function container(
  name: string,
  title: string | undefined,
  attributes: Attributes,
  children: readonly RootContent[],
): Container {
  const label: RootContent[] = title
    ? [{ type: "paragraph", data: { directiveLabel: true }, children: [{ type: "text", value: title }] }]
    : [];
  return { type: "containerDirective", name, attributes, children: [...label, ...children] } as Container;
}
