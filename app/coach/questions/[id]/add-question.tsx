import { useState } from "react";
import { typeNames } from "#app/coach/questions/set-words.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import type { QuestionType } from "#lib/questions/question.ts";

/** A question of the practice's own, at the end of the set. */
export function AddQuestion({ onAdd }: { onAdd: (type: QuestionType) => void }) {
  const [type, setType] = useState<QuestionType>("short");
  return (
    <div className="set-add">
      <SelectField
        name="type"
        label="A question of your own, answered by"
        value={type}
        onChange={({ target }) => setType(target.value as QuestionType)}
      >
        {Object.entries(typeNames).map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="button" look="plain" onClick={() => onAdd(type)}>
        Add it
      </Button>
    </div>
  );
}
