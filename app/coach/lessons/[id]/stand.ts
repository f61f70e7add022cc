import { $isLinkNode } from "@lexical/link";
import { $isListNode } from "@lexical/list";
import { $isQuoteNode } from "@lexical/rich-text";
import { $getSelection, $isRangeSelection, type LexicalNode } from "lexical";

export type Mark = "bold" | "italic" | "link" | "bullet" | "number" | "quote";

/** What the words are where one writes. */
export type Stand = { marks: Mark[]; address?: string; hasWords?: boolean };

/** Within a read of the editor. */
export function standOf(): Stand {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { marks: [] };
  const around = [selection.anchor.getNode(), ...selection.anchor.getNode().getParents()] as LexicalNode[];
  const link = around.find($isLinkNode);
  const list = around.find($isListNode);
  const marks: (Mark | false)[] = [
    selection.hasFormat("bold") && "bold",
    selection.hasFormat("italic") && "italic",
    link !== undefined && "link",
    list !== undefined && (list.getListType() === "number" ? "number" : "bullet"),
    around.some($isQuoteNode) && "quote",
  ];
  return {
    marks: marks.filter((mark) => mark !== false),
    ...(link && { address: link.getURL() }),
    hasWords: link !== undefined || !selection.isCollapsed(),
  };
}
