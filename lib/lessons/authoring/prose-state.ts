import type { List, ListItem, Paragraph, RootContent } from "mdast";
import type { Prose } from "#lib/lessons/markdown/blocks.ts";
import { type Leaf, leavesOf, paragraphsOf } from "./marks.ts";
import type { ProseState, StateBlock, StateInline, StateItem, StateList } from "./prose-input.ts";

export function stateOf(prose: Prose): ProseState {
  return { root: { type: "root", children: prose.flatMap(blockOf) } };
}

/** What is typed as text. Empty lines, and blanks at the ends of lines, are not kept. */
export function proseOf({ root }: ProseState): Prose {
  return root.children.flatMap((block): Prose => {
    if (block.type === "list") return listOf(block);
    const paragraphs = linesOf(block.children);
    if (block.type === "paragraph" || paragraphs.length === 0) return paragraphs;
    return [{ type: "blockquote", children: paragraphs }];
  });
}

function blockOf(node: RootContent): StateBlock[] {
  if (node.type === "list") return [stateList(node)];
  if (node.type === "paragraph") return [{ type: "paragraph", children: inlineOf([node]) }];
  if (node.type !== "blockquote") return [];
  // A quote of the editor's holds lines of text. A list in it stands beneath it there.
  const lists = node.children.filter((child) => child.type === "list");
  const lines = inlineOf(node.children);
  return [
    ...(lines.length > 0 ? [{ type: "quote" as const, children: lines }] : []),
    ...lists.flatMap(blockOf),
  ];
}

function stateList({ ordered, start, children }: List): StateList {
  return {
    type: "list",
    listType: ordered ? "number" : "bullet",
    start: Math.min(start ?? 1, 999),
    children: children.flatMap(({ children: parts }): StateItem[] => {
      const lists = parts.filter((part) => part.type === "list");
      const lines = inlineOf(parts);
      return [
        ...(lines.length > 0 || lists.length === 0 ? [{ type: "listitem" as const, children: lines }] : []),
        // A list in a list is an item of its own there, after the one it belongs to.
        ...lists.map((inner) => ({ type: "listitem" as const, children: [stateList(inner)] })),
      ];
    }),
  };
}

/** The words of paragraphs, with an empty line between each two. */
function inlineOf(nodes: readonly RootContent[]): StateInline[] {
  const paragraphs = nodes.flatMap((node): Paragraph[] => {
    if (node.type === "paragraph") return [node];
    return node.type === "blockquote" ? (node.children.filter(isParagraph) as Paragraph[]) : [];
  });
  const gap: StateInline[] = [{ type: "linebreak" }, { type: "linebreak" }];
  return paragraphs.flatMap(({ children }, index) => [...(index > 0 ? gap : []), ...leavesOf(children)]);
}

const isParagraph = ({ type }: RootContent) => type === "paragraph";

function listOf({ listType, start, children }: StateList, isInner = false): List[] {
  const items: ListItem[] = [];
  for (const { children: parts } of children) {
    const paragraphs = linesOf(parts.filter((part) => part.type !== "list"));
    const lists = parts.flatMap((part) => (part.type === "list" ? listOf(part, true) : []));
    const before = items.at(-1);
    if (paragraphs.length === 0 && before) before.children.push(...lists);
    else if (paragraphs.length > 0 || lists.length > 0)
      items.push({
        type: "listItem",
        spread: paragraphs.length > 1,
        checked: null,
        children: [...paragraphs, ...lists],
      });
  }
  if (items.length === 0) return [];
  const ordered = listType === "number";
  const spread = items.some((one) => one.spread);
  for (const one of items) one.spread = spread;
  return [
    {
      type: "list",
      ordered, // Markdown takes "3." at an item's beginning for words.
      start: ordered ? (isInner ? 1 : start) : null,
      spread,
      children: items,
    },
  ];
}

function linesOf(parts: readonly StateInline[]): Paragraph[] {
  return paragraphsOf(parts.flatMap(asLeaves)).map((children) => ({ type: "paragraph", children }));
}

function asLeaves(part: StateInline): Leaf[] {
  if (part.type === "link") return part.children.flatMap(asLeaves).map((leaf) => ({ ...leaf, link: part }));
  if (part.type === "linebreak") return [{ text: "\n", isBold: false, isItalic: false }];
  if (part.type === "tab") return [{ text: " ", isBold: false, isItalic: false }];
  return [
    {
      text: part.text.replace(/[\r\n]+/g, " "),
      isBold: (part.format & 1) > 0,
      isItalic: (part.format & 2) > 0,
    },
  ];
}
