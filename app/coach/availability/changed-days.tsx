"use client";

import { useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { dateWords } from "#lib/time/words.ts";
import { ChangedDayForm } from "./changed-day-form.tsx";
import { hoursWords } from "./hours-words.ts";
import type { NamedKind } from "./kind-sets.ts";
import type { KindHours } from "./stretches.ts";
import { UndoButton } from "./undo-button.tsx";
import { useSave } from "./use-save.ts";

export type ChangedDay = { date: string; hours: KindHours[] };

/** Dates whose hours differ from their weekday's. */
export function ChangedDays({
  dateOverrides,
  named,
  today,
}: {
  dateOverrides: ChangedDay[];
  named: readonly NamedKind[];
  today: string;
}) {
  const adding = useRef<HTMLButtonElement>(null);
  const [days, setDays] = useState(dateOverrides);
  const [edited, setEdited] = useState<ChangedDay | "new">();
  const [removed, setRemoved] = useState<ChangedDay>();
  const [saved, setSaved] = useState("");
  const removing = useSave<{ date: string }>("/api/availability/date/remove");
  const restoring = useSave<ChangedDay>("/api/availability/date");

  function put(day: ChangedDay) {
    const others = days.filter(({ date }) => date !== day.date);
    setDays([...others, day].sort((a, b) => a.date.localeCompare(b.date)));
  }

  function keep(day: ChangedDay) {
    put(day);
    setEdited(undefined);
    setRemoved(undefined);
    setSaved(day.date);
    adding.current?.focus();
  }

  async function remove(day: ChangedDay) {
    if (removing.isSaving || !(await removing.save({ date: day.date }))) return;
    setDays(days.filter(({ date }) => date !== day.date));
    setSaved("");
    setRemoved(day);
  }

  async function restore(day: ChangedDay) {
    if (restoring.isSaving || !(await restoring.save(day))) return;
    put(day);
    setRemoved(undefined);
    setSaved(day.date);
    adding.current?.focus();
  }

  const error = removing.error ?? restoring.error;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">Changed days</h2>
      {days.length === 0 && <p className="quiet">Every day has the hours of its weekday.</p>}
      <ol className="dated">
        {days.map((day) => (
          <li key={day.date}>
            <div>
              <strong>{dateWords(day.date, { year: day.date.slice(0, 4) !== today.slice(0, 4) })}</strong>
              <span className="quiet small">{hoursWords(day.hours, named)}</span>
            </div>
            <div className="actions">
              <Button type="button" look="quiet" onClick={() => setEdited(day)}>
                Change<span className="unseen"> {dateWords(day.date)}</span>
              </Button>
              <Button type="button" look="quiet" onClick={() => void remove(day)}>
                Remove<span className="unseen"> {dateWords(day.date)}</span>
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {error && <Refused error={error} className="mt-4" />}
      {removed && (
        <div className="mt-4">
          <Toast action={<UndoButton onClick={() => void restore(removed)} />}>
            {dateWords(removed.date)} has its weekday’s hours again.
          </Toast>
        </div>
      )}
      <p className="mt-2">
        <Button ref={adding} type="button" look="quiet" onClick={() => setEdited("new")}>
          Add a changed day
        </Button>
        <span role="status" className="small quiet">
          {saved && ` Saved ${dateWords(saved)}.`}
        </span>
      </p>
      {edited && (
        <ChangedDayForm
          key={edited === "new" ? "new" : edited.date}
          day={edited === "new" ? undefined : edited}
          named={named}
          today={today}
          onSaved={keep}
          onClose={() => {
            setEdited(undefined);
            adding.current?.focus();
          }}
        />
      )}
    </section>
  );
}
