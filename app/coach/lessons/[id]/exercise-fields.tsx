import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldsIn, type Picture } from "#lib/lessons/markdown/blocks.ts";
import { layouts } from "./kinds.ts";
import { type ExercisePart, type FieldPart, newField, type PartBlock } from "./parts.ts";
import { ProseField } from "./prose-field.tsx";
import type { Edit } from "./writing.ts";

type Props = { id: string; block: ExercisePart; edit: Edit };

/** Something to try: what is asked, and the boxes for the answers. */
export function ExerciseFields({ id, block, edit }: Props) {
  type Change = (block: ExercisePart) => ExercisePart;
  const within = (how: Change) => (one: PartBlock) => (one.type === "exercise" ? how(one) : one);
  const change = (how: Change) => edit(within(how));
  const editField = (key: string, how: (field: FieldPart) => FieldPart) =>
    change((one) => ({
      ...one,
      fields: one.fields.map((field) => (field.key === key ? how(field) : field)),
    }));
  return (
    <>
      <TextField
        name={`${id}-title`}
        label="Title"
        wide
        maxLength={120}
        value={block.title}
        onChange={({ target }) => change((one) => ({ ...one, title: target.value }))}
      />
      <ProseField
        id={`${id}-text`}
        label="What to do"
        state={block.state}
        html={block.html}
        onChange={(state) => change((one) => ({ ...one, state }))}
      />
      <SelectField
        name={`${id}-picture`}
        label="How the boxes stand"
        value={block.picture ?? ""}
        onChange={({ target }) => change((one) => drawnAs(one, target.value as Picture | ""))}
      >
        {layouts.map(({ picture, name }) => (
          <option key={picture} value={picture}>
            {name}
          </option>
        ))}
      </SelectField>
      {block.fields.map((box, index) => (
        <fieldset className="piece" key={box.key}>
          <legend>Box {index + 1}</legend>
          <TextField
            name={`${id}-${box.key}-label`}
            label="Label"
            wide
            maxLength={120}
            value={box.label}
            onChange={({ target }) => editField(box.key, (field) => ({ ...field, label: target.value }))}
          />
          <TextField
            name={`${id}-${box.key}-hint`}
            label="Hint"
            optional
            wide
            maxLength={120}
            value={box.hint ?? ""}
            onChange={({ target }) => editField(box.key, (field) => ({ ...field, hint: target.value }))}
          />
          <Button
            type="button"
            look="quiet"
            onClick={() =>
              edit(
                within((one) => ({ ...one, fields: one.fields.filter(({ key }) => key !== box.key) })),
                {
                  name: "The box",
                  change: within((one) => ({ ...one, fields: one.fields.toSpliced(index, 0, box) })),
                },
              )
            }
          >
            Remove this box <span className="unseen">{box.label || index + 1}</span>
          </Button>
        </fieldset>
      ))}
      <p>
        <Button
          type="button"
          look="plain"
          onClick={() => change((one) => ({ ...one, fields: [...one.fields, newField()] }))}
        >
          Add a box
        </Button>
      </p>
    </>
  );
}

/** With as many boxes as the picture has places, if there are too few. What is written in one stays. */
function drawnAs({ picture: _, ...block }: ExercisePart, picture: Picture | ""): ExercisePart {
  if (!picture) return block;
  const missing = Math.max(0, (fieldsIn[picture] ?? 0) - block.fields.length);
  return { ...block, picture, fields: [...block.fields, ...Array.from({ length: missing }, newField)] };
}
