import type { Dispatch } from "react";
import { Tick } from "#app/ui/tick.tsx";
import type { ProseState } from "#lib/lessons/authoring/prose-input.ts";
import { ExerciseFields } from "./exercise-fields.tsx";
import { PanelsFields } from "./panels-fields.tsx";
import type { Part, PartBlock } from "./parts.ts";
import { ProseField } from "./prose-field.tsx";
import { TitleField } from "./title-field.tsx";
import type { Act, Edit } from "./writing.ts";

const labels = {
  idea: "Text",
  example: "Text",
  safety: "Text",
  journal_prompt: "Question",
  shared_question: "Question",
} as const;

/** What can be written in a block of each kind. */
export function PartFields({ part, dispatch }: { part: Part; dispatch: Dispatch<Act> }) {
  const { key, block } = part;
  const edit: Edit = (change, undo) => dispatch({ type: "edit", key, change, ...(undo && { undo }) });
  const id = `part-${key}`;
  switch (block.type) {
    case "panels":
      return <PanelsFields id={id} block={block} edit={edit} />;
    case "exercise":
      return <ExerciseFields id={id} block={block} edit={edit} />;
    default: {
      const text = (
        <ProseField
          id={`${id}-text`}
          label={labels[block.type]}
          state={block.state}
          html={block.html}
          onChange={(state: ProseState) => edit((one) => ({ ...one, state }) as PartBlock)}
        />
      );
      if (block.type === "journal_prompt") return text;
      if (block.type === "shared_question")
        return (
          <>
            {text}
            <Tick
              name={`${id}-coach`}
              checked={block.coachOnly}
              onChange={({ target }) =>
                edit((one) => (one.type === block.type ? { ...one, coachOnly: target.checked } : one))
              }
            >
              It can be shown to the coach only, never to a partner
            </Tick>
          </>
        );
      return (
        <>
          <TitleField
            id={id}
            title={block.title}
            onTitle={(title) => edit((one) => ({ ...one, title }) as PartBlock)}
          />
          {text}
        </>
      );
    }
  }
}
