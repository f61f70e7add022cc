import type { LexicalEditor } from "lexical";
import { type KeyboardEvent, useState } from "react";
import { changeLook, shortcuts } from "./looks.ts";
import type { Stand } from "./stand.ts";

type Props = { editor: LexicalEditor; label: string; stand: Stand; onLink: () => void };

/** One stop for the Tab key; the arrows go from button to button. */
export function ProseToolbar({ editor, label, stand, onLink }: Props) {
  const [at, setAt] = useState(0);

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = (at + step + shortcuts.length) % shortcuts.length;
    setAt(to);
    event.currentTarget.querySelectorAll("button")[to]?.focus();
  }

  return (
    <div className="toolbar" role="toolbar" aria-label={`${label}: how the words look`} onKeyDown={walk}>
      {shortcuts.map(({ mark, name, keys }, index) => (
        <button
          key={mark}
          type="button"
          className={`toolbar__${mark}`}
          tabIndex={index === at ? 0 : -1}
          aria-pressed={stand.marks.includes(mark)}
          aria-keyshortcuts={keys}
          title={keys.replace("Control", "Ctrl")}
          onFocus={() => setAt(index)}
          // The words stay selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (mark === "link") return onLink();
            changeLook(editor, mark, stand);
            editor.focus();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
