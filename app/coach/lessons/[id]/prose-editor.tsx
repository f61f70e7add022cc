import { $toggleLink } from "@lexical/link";
import { $createTextNode, $getSelection, $isRangeSelection, createEditor, type LexicalEditor } from "lexical";
import { useEffect, useRef, useState } from "react";
import { LinkDialog } from "./link-dialog.tsx";
import { nodes, prepare } from "./prepare-editor.ts";
import type { ProseProps } from "./prose-field.tsx";
import { ProseToolbar } from "./prose-toolbar.tsx";
import type { Stand } from "./stand.ts";

/** A text that is written as it is read. The browser holds the editor's own state, and no Markdown. */
export function ProseEditor({ id, label, state, describedBy, onChange }: ProseProps) {
  const area = useRef<HTMLDivElement>(null);
  const tell = useRef(onChange);
  const [editor] = useState(() => anEditor(state));
  const [stand, setStand] = useState<Stand>({ marks: [] });
  const [isLinking, setLinking] = useState(false);
  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);
  useEffect(() => {
    editor.setRootElement(area.current);
    const stop = prepare(editor, {
      onLink: () => setLinking(true),
      onChange: (changed) => tell.current(changed),
      onStand: setStand,
    });
    return () => {
      stop();
      editor.setRootElement(null);
    };
  }, [editor]);
  return (
    <>
      <ProseToolbar editor={editor} label={label} stand={stand} onLink={() => setLinking(true)} />
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea has no bold words */}
      <div
        ref={area}
        className="written__text written__text--edited"
        id={id}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
      />
      {isLinking && (
        <LinkDialog
          id={`${id}-link`}
          address={stand.address}
          hasWords={stand.hasWords === true}
          onClose={() => {
            setLinking(false);
            editor.focus();
          }}
          onLink={(address, words) => setLink(editor, address, words)}
        />
      )}
    </>
  );
}

function anEditor(state: ProseProps["state"]): LexicalEditor {
  const editor = createEditor({
    namespace: "lesson",
    nodes,
    theme: { text: { bold: "is-bold", italic: "is-italic" }, list: { nested: { listitem: "is-nest" } } },
    onError: (error) => {
      throw error;
    },
  });
  const root =
    state.root.children.length > 0
      ? state.root
      : { ...state.root, children: [{ type: "paragraph", children: [] }] };
  editor.setEditorState(editor.parseEditorState(JSON.stringify({ root })));
  return editor;
}

function setLink(editor: LexicalEditor, address: string | null, words: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (address !== null && words && selection.isCollapsed()) {
      const text = $createTextNode(words);
      selection.insertNodes([text]);
      text.select(0, words.length);
    }
    $toggleLink(address);
  });
}
