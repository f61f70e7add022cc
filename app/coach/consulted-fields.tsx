"use client";

import { TextField } from "#app/ui/field.tsx";

export type Consulted = { who: string; on: string };

type ConsultedFieldsProps = {
  /** Makes its fields unlike others on the page. */
  id: string;
  consulted: Consulted;
  onChange: (consulted: Consulted) => void;
  error: { field?: string; message: string } | undefined;
};

/** Of a doctor’s view: who was asked, and when. */
export function ConsultedFields({ id, consulted, onChange, error }: ConsultedFieldsProps) {
  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <>
      <TextField
        name={`who-${id}`}
        label="Who was asked"
        hint="A doctor, prescriber or pharmacist. You have asked yourself, or read what they wrote."
        maxLength={200}
        autoComplete="off"
        value={consulted.who}
        error={errorAt("consulted.who")}
        onChange={({ target }) => onChange({ ...consulted, who: target.value })}
      />
      <TextField
        name={`on-${id}`}
        type="date"
        label="On which day"
        value={consulted.on}
        error={errorAt("consulted.on")}
        onChange={({ target }) => onChange({ ...consulted, on: target.value })}
      />
    </>
  );
}

/** Nothing, while nothing of it is filled in: then the portal says what is missing. */
export const consultedIn = ({ who, on }: Consulted) => (who.trim() || on ? { consulted: { who, on } } : {});
