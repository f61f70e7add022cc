"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { type Days, daysWords, type TimeOff } from "./time-off-words.ts";
import { useSave } from "./use-save.ts";

/** From which day to which nothing can be booked. */
export function TimeOffForm({
  off,
  today,
  onSaved,
  onClose,
}: {
  off: TimeOff | undefined;
  today: string;
  onSaved: (off: TimeOff) => void;
  onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [days, setDays] = useState<Days>({ fromDate: off?.fromDate ?? "", toDate: off?.toDate ?? "" });
  const { save, isSaving, error } = useSave<Days & { id: string | null }>("/api/availability/time-off");
  useUnsaved("time off", days.fromDate !== (off?.fromDate ?? "") || days.toDate !== (off?.toDate ?? ""));
  useFocusOnWrong(form, error);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    // One day off needs to be said only once.
    const wish = { ...days, toDate: days.toDate || days.fromDate };
    const saved = await save({ ...wish, id: off?.id ?? null });
    if (saved?.id) onSaved({ ...wish, id: saved.id });
  }

  const dateField = (name: keyof Days, label: string, more: { hint?: string; min: string }) => (
    <TextField
      id={`off-${name}`}
      name={name}
      type="date"
      label={label}
      {...more}
      value={days[name]}
      onChange={(event) => setDays({ ...days, [name]: event.target.value })}
      error={error?.field === name ? error.message : undefined}
    />
  );
  const hasPlace = error?.field === "fromDate" || error?.field === "toDate";
  return (
    <form ref={form} className="card stack" noValidate onSubmit={submit} aria-labelledby="some-time-off">
      <h3 id="some-time-off">{off ? `Change ${daysWords(off, today)}` : "Add time off"}</h3>
      {dateField("fromDate", "First day off", { min: off && off.fromDate < today ? off.fromDate : today })}
      {dateField("toDate", "Last day off", {
        hint: "Leave it empty for a single day.",
        min: days.fromDate > today ? days.fromDate : today,
      })}
      {error && !hasPlace && <Refused error={error} />}
      <p className="small quiet">Sessions that are booked in these days stay, and are listed here.</p>
      <Actions>
        <Button aria-disabled={isSaving}>{isSaving ? "Saving" : "Save this time off"}</Button>
        <Button type="button" look="plain" onClick={onClose}>
          {off ? "Leave it as it was" : "Leave it"}
        </Button>
      </Actions>
    </form>
  );
}
