import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode, registerList } from "@lexical/list";
import { QuoteNode, registerRichText } from "@lexical/rich-text";
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type EditorState,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  TextNode,
} from "lexical";
import type { ProseState } from "#lib/lessons/authoring/prose-input.ts";
import { changeLook, shortcuts } from "./looks.ts";
import { type Stand, standOf } from "./stand.ts";

export const nodes = [ListNode, ListItemNode, LinkNode, QuoteNode];

type Listening = {
  onLink: () => void;
  onChange: (state: ProseState) => void;
  onStand: (stand: Stand) => void;
};

/** Gives what ends it. */
export function prepare(editor: LexicalEditor, { onLink, onChange, onStand }: Listening): () => void {
  let before = essenceOf(editor.getEditorState());
  const ends = [
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
    editor.registerNodeTransform(TextNode, keepToOurMarks),
    editor.registerCommand(PASTE_COMMAND, (event) => pastePlain(event, dataOf(event)), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) =>
        typeof event !== "string" && event.dataTransfer !== null && pastePlain(event, event.dataTransfer),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
        const wanted = shortcuts.find(({ code, shift }) => code === event.code && shift === event.shiftKey);
        if (!wanted) return false;
        event.preventDefault();
        if (wanted.mark === "link") onLink();
        else changeLook(editor, wanted.mark, standOf());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerUpdateListener(({ editorState }) => {
      onStand(editorState.read(standOf));
      const now = essenceOf(editorState);
      if (now === before) return;
      before = now;
      onChange(editorState.toJSON() as unknown as ProseState);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What is written, without what the editor notes for itself: it does that also where nobody has typed. */
function essenceOf(state: EditorState): string {
  return JSON.stringify(state.toJSON(), [
    "root",
    "children",
    "type",
    "text",
    "format",
    "url",
    "listType",
    "start",
  ]);
}

const bold = 1;
const italic = 2;

function keepToOurMarks(node: TextNode): void {
  const format = node.getFormat() & (bold | italic);
  if (node.getFormat() !== format) node.setFormat(format);
  if (node.getStyle() !== "") node.setStyle("");
}

const dataOf = (event: unknown) => (event instanceof ClipboardEvent ? event.clipboardData : null);
const ours = "application/x-lexical-editor";

/** What comes from elsewhere comes as words alone; what was copied here keeps its look. */
function pastePlain(event: Event, from: DataTransfer | null): boolean {
  if (!from || from.types.includes(ours)) return false;
  event.preventDefault();
  const lines = from
    .getData("text/plain")
    .split(/\r?\n/)
    .filter((line, index) => line.trim() !== "" || index === 0);
  for (const [index, line] of lines.entries()) {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) break;
    if (index > 0) selection.insertParagraph();
    const here = $getSelection();
    if ($isRangeSelection(here)) here.insertText(line);
  }
  return true;
}
