"use client";

import { type FormEvent, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import type { Zone } from "#app/ui/zone-options.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { clockOf } from "#lib/availability/hours.ts";
import { CopyDayDialog } from "./copy-day-dialog.tsx";
import { barRange } from "./hours-bar.tsx";
import type { NamedKind } from "./kind-sets.ts";
import { SaveStatus } from "./save-status.tsx";
import { useSave } from "./use-save.ts";
import { bodyOf, copyDay, type Week, type WeekDay, weekdays, weekOf } from "./week.ts";
import { WeekdayRow } from "./weekday-row.tsx";
import { ZoneField } from "./zone-field.tsx";

type Given = {
  zone: string;
  weeklyHours: Parameters<typeof weekOf>[1];
  zones: Zone[];
  named: readonly NamedKind[];
};

/** The week that repeats, and the zone that its times are read in. */
export function WeeklyHoursForm({ zone, weeklyHours, zones, named }: Given) {
  const form = useRef<HTMLFormElement>(null);
  const [week, setWeek] = useState(() => weekOf(zone, weeklyHours));
  const [kept, setKept] = useState(week);
  const [copied, setCopied] = useState<number>();
  const { save, forget, isSaving, isSaved, error } =
    useSave<ReturnType<typeof bodyOf>>("/api/availability/hours");
  const isChanged = JSON.stringify(bodyOf(week)) !== JSON.stringify(bodyOf(kept));
  useUnsaved("weekly", isChanged);
  useFocusOnWrong(form, error);

  function change(next: Week, isNewShape = true) {
    setWeek(next);
    // An answer names fields by their place, and places have moved.
    if (isNewShape && error) forget();
  }

  function setDay(index: number, day: WeekDay, isNewShape: boolean) {
    change({ ...week, days: week.days.with(index, day) }, isNewShape);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    if (await save(bodyOf(week))) setKept(week);
  }

  const [first, last] = barRange(week.days);
  const hasPlace = error?.field === "zone" || error?.field?.startsWith("days.");
  return (
    <section aria-labelledby="weekly">
      <h2 id="weekly">Weekly hours</h2>
      <form ref={form} noValidate onSubmit={submit}>
        <ZoneField
          zones={zones}
          value={week.zone}
          onChange={(zone) => change({ ...week, zone }, false)}
          error={error?.field === "zone" ? error.message : undefined}
        />
        <p className="hours__scale" aria-hidden="true">
          <span>{clockOf(first * 60)}</span>
          <span>{clockOf(last * 60)}</span>
        </p>
        <ol className="hours">
          {week.days.map((day, index) => (
            <WeekdayRow
              key={weekdays[index]}
              name={weekdays[index] ?? ""}
              day={day}
              named={named}
              range={[first, last]}
              field={`days.${index}.hours`}
              error={error}
              onChange={(day, isNewShape) => setDay(index, day, isNewShape)}
              onCopy={() => setCopied(index)}
            />
          ))}
        </ol>
        {error && !hasPlace && <Refused error={error} className="mt-4" />}
        <div className="bar mt-4">
          <div>
            <p className="small quiet">
              Sessions that are booked stay as they are, also outside these hours. Times such as 9, 930 or
              17:30 will do; 24:00 is midnight at the end of a day.
            </p>
            <SaveStatus {...{ isSaving, isChanged, isSaved }} />
          </div>
          <Actions>
            <Button look={isChanged ? "act" : "plain"} aria-disabled={isSaving}>
              Save these hours
            </Button>
            {isChanged && (
              <Button type="button" look="quiet" onClick={() => change(kept)}>
                Put back
              </Button>
            )}
          </Actions>
        </div>
      </form>
      <CopyDayDialog
        from={copied}
        onClose={() => setCopied(undefined)}
        onCopy={(to) => copied !== undefined && change(copyDay(week, copied, to))}
      />
    </section>
  );
}
