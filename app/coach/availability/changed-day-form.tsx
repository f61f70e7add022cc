"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { dateWords } from "#lib/time/words.ts";
import type { ChangedDay } from "./changed-days.tsx";
import { DayKinds } from "./day-kinds.tsx";
import type { NamedKind } from "./kind-sets.ts";
import { StretchFields } from "./stretch-fields.tsx";
import { anotherStretch, haveSameKinds, hoursOf, stretchOf } from "./stretches.ts";
import { useSave } from "./use-save.ts";

/** One date: closed, or open at other hours than its weekday. */
export function ChangedDayForm({
  day,
  named,
  today,
  onSaved,
  onClose,
}: {
  day: ChangedDay | undefined;
  named: readonly NamedKind[];
  today: string;
  onSaved: (day: ChangedDay) => void;
  onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const errorId = useId();
  const [date, setDate] = useState(day?.date ?? "");
  const [isOpen, setIsOpen] = useState(day ? day.hours.length > 0 : false);
  const [stretches, setStretches] = useState(() => day?.hours.map(stretchOf) ?? []);
  const [eachOwn, setEachOwn] = useState(!haveSameKinds(stretches));
  const { save, forget, isSaving, error } = useSave<ChangedDay>("/api/availability/date");
  const typed = { date, hours: isOpen ? hoursOf(stretches) : [] };
  const isChanged = JSON.stringify(typed) !== JSON.stringify(day ?? { date: "", hours: [] });
  useUnsaved("changed day", isChanged);
  useFocusOnWrong(form, error);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSaving && (await save(typed))) onSaved(typed);
  }

  function open(isOpen: boolean) {
    setIsOpen(isOpen);
    if (isOpen && stretches.length === 0) setStretches([anotherStretch([])]);
    if (error) forget();
  }

  const title = day ? `Change ${dateWords(day.date)}` : "Add a changed day";
  const hasPlace = error?.field === "date" || error?.field?.startsWith("hours");
  const about = {
    day: day ? dateWords(day.date) : "This day",
    stretches,
    named,
    eachOwn,
    field: "hours",
    error,
    errorId,
  };
  return (
    <form ref={form} className="card stack" noValidate onSubmit={submit} aria-labelledby="changed-day">
      <h3 id="changed-day">{title}</h3>
      {!day && (
        <TextField
          name="date"
          type="date"
          label="Date"
          min={today}
          value={date}
          onChange={(event) => setDate(event.target.value)}
          error={error?.field === "date" ? error.message : undefined}
        />
      )}
      <fieldset>
        <legend className="unseen">What happens on this day</legend>
        <Choices>
          <Choice name="day-is" title="Closed all day" checked={!isOpen} onChange={() => open(false)} />
          <Choice name="day-is" title="Open at these hours" checked={isOpen} onChange={() => open(true)} />
        </Choices>
      </fieldset>
      {isOpen && (
        <>
          <StretchFields
            {...about}
            onChange={(stretches, { isNewShape }) => {
              setStretches(stretches);
              if (isNewShape && error) forget();
            }}
          />
          {stretches.length > 0 && (
            <DayKinds
              {...about}
              onChange={(stretches, eachOwn) => {
                setStretches(stretches);
                setEachOwn(eachOwn);
              }}
            />
          )}
        </>
      )}
      {error && !hasPlace && <Refused error={error} />}
      <p className="small quiet">Sessions that are booked on this day stay as they are.</p>
      <Actions>
        <Button aria-disabled={isSaving}>{isSaving ? "Saving" : "Save this day"}</Button>
        <Button type="button" look="plain" onClick={onClose}>
          Leave it as it was
        </Button>
      </Actions>
    </form>
  );
}
