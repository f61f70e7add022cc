import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from "@lexical/list";
import { $createQuoteNode } from "@lexical/rich-text";
import { $setBlocksType } from "@lexical/selection";
import { $createParagraphNode, $getSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from "lexical";
import type { Mark, Stand } from "./stand.ts";

type Look = { mark: Mark; name: string; code: string; shift: boolean; keys: string };

/** `code` is a key's place, since with Shift a number is another sign on each keyboard. */
export const shortcuts: Look[] = [
  { mark: "bold", name: "Bold", code: "KeyB", shift: false, keys: "Control+B" },
  { mark: "italic", name: "Italic", code: "KeyI", shift: false, keys: "Control+I" },
  { mark: "link", name: "Link", code: "KeyK", shift: false, keys: "Control+K" },
  { mark: "bullet", name: "List", code: "Digit8", shift: true, keys: "Control+Shift+8" },
  { mark: "number", name: "Numbers", code: "Digit7", shift: true, keys: "Control+Shift+7" },
  { mark: "quote", name: "Quote", code: "Digit9", shift: true, keys: "Control+Shift+9" },
];

/** Gives the words where one writes this look, or takes it from them. */
export function changeLook(editor: LexicalEditor, mark: Exclude<Mark, "link">, { marks }: Stand): void {
  const isOn = marks.includes(mark);
  switch (mark) {
    case "bold":
    case "italic":
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark);
      return;
    case "bullet":
    case "number":
      if (isOn) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
      else
        editor.dispatchCommand(
          mark === "number" ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND,
          undefined,
        );
      return;
    case "quote":
      if (marks.includes("bullet") || marks.includes("number"))
        editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
      editor.update(() => {
        const selection = $getSelection();
        if (selection) $setBlocksType(selection, () => (isOn ? $createParagraphNode() : $createQuoteNode()));
      });
  }
}
