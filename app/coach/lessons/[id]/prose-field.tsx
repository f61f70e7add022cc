import { type ComponentType, memo, useEffect, useState } from "react";
import { Prose } from "#app/ui/prose.tsx";
import type { ProseState } from "#lib/lessons/authoring/prose-input.ts";

export type ProseProps = {
  id: string;
  label: string;
  state: ProseState;
  describedBy?: string | undefined;
  onChange: (state: ProseState) => void;
};

/** Running text. The editor comes once the page stands; until then the text is there to be read. */
export const ProseField = memo(function ProseField({ html, ...props }: ProseProps & { html: string }) {
  const [Editor, setEditor] = useState<ComponentType<ProseProps>>();
  useEffect(() => {
    let isHere = true;
    void import("./prose-editor.tsx").then(({ ProseEditor }) => isHere && setEditor(() => ProseEditor));
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <div className="written">
      <p className="written__label" id={`${props.id}-label`}>
        {props.label}
      </p>
      {Editor ? <Editor {...props} /> : <Prose html={html} className="written__text" />}
    </div>
  );
}, areSame);

/** Only the editor changes its text while it stands, so that its words need not come back to it. */
function areSame(before: ProseProps, now: ProseProps): boolean {
  return before.id === now.id && before.label === now.label && before.describedBy === now.describedBy;
}
