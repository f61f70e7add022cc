"use client";

import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { SelectField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";

type Type = { typeId: string; name: string; templateId: string | null };

/** Which set goes before each of a coach's kinds of session. Kept as it is chosen. */
export function ChosenSets({ types, sets }: { types: Type[]; sets: { id: string; name: string }[] }) {
  return (
    <ul className="chosen-sets">
      {types.map((type) => (
        <li key={type.typeId}>
          <ChosenSet type={type} sets={sets} />
        </li>
      ))}
    </ul>
  );
}

function ChosenSet({ type, sets }: { type: Type; sets: { id: string; name: string }[] }) {
  const [kept, setKept] = useState(type.templateId ?? "");
  const [chosen, setChosen] = useState(kept);
  const [isSaved, setSaved] = useState(false);
  const [error, setError] = useState<SendError>();

  async function choose(templateId: string) {
    setChosen(templateId);
    setSaved(false);
    setError(undefined);
    const wish = { typeId: type.typeId, templateId: templateId || null };
    const sent = await sendJson("/api/coach/questions/for-session", wish);
    if (sent.ok) setKept(templateId);
    else setChosen(kept);
    setSaved(sent.ok);
    setError(sent.ok ? undefined : sent.error);
  }

  return (
    <>
      <SelectField
        name={`set-${type.typeId}`}
        label={type.name}
        value={chosen}
        onChange={({ target }) => void choose(target.value)}
        error={error?.field ? error.message : undefined}
      >
        <option value="">What is there for its kind</option>
        {sets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {error && !error.field && <Refused error={error} />}
      <Status done={isSaved}>{isSaved ? "Saved" : ""}</Status>
    </>
  );
}
