import type { RefObject } from "react";
import { Button } from "#app/ui/button.tsx";
import { bold, type Change, link, list } from "./signs.ts";

const signs = [
  { name: "Bold", sign: bold },
  { name: "List", sign: list },
  { name: "Link", sign: link },
];

/** For whoever does not know the signs: a button writes them round what is selected. */
export function SignButtons({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons are no set of fields
    <div className="actions" role="group" aria-label="How the words look">
      {signs.map(({ name, sign }) => (
        <Button
          key={name}
          type="button"
          look="plain"
          onClick={() => {
            const { value, selectionStart, selectionEnd } = area.current ?? {};
            if (area.current && value !== undefined)
              apply(area.current, sign(value, selectionStart ?? 0, selectionEnd ?? 0));
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

function apply(area: HTMLTextAreaElement, { from, to, put, mark }: Change): void {
  area.focus();
  area.setSelectionRange(from, to);
  // The one way to change a field that its own undo can take back.
  document.execCommand("insertText", false, put);
  area.setSelectionRange(...mark);
}
