"use client";

import { useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { TimeOffForm } from "./time-off-form.tsx";
import { TimeOffRow } from "./time-off-row.tsx";
import { type Days, daysWords, type TimeOff } from "./time-off-words.ts";
import { UndoButton } from "./undo-button.tsx";
import { useSave } from "./use-save.ts";

/** A session that is booked, on the local dates that it lies on. */
export type BookedSession = Days & { id: string; words: string };

/** Days on which nothing can be booked, and what was booked there before. */
export function TimeOffList({
  timeOff,
  sessions,
  today,
}: {
  timeOff: TimeOff[];
  sessions: BookedSession[];
  today: string;
}) {
  const adding = useRef<HTMLButtonElement>(null);
  const [list, setList] = useState(timeOff);
  const [edited, setEdited] = useState<TimeOff | "new">();
  const [removed, setRemoved] = useState<TimeOff>();
  const [saved, setSaved] = useState<TimeOff>();
  const removing = useSave<{ id: string }>("/api/availability/time-off/remove");
  const restoring = useSave<Days & { id: null }>("/api/availability/time-off");

  function keep(off: TimeOff) {
    const others = list.filter(({ id }) => id !== off.id);
    setList([...others, off].sort((a, b) => a.fromDate.localeCompare(b.fromDate)));
    setEdited(undefined);
    setRemoved(undefined);
    setSaved(off);
    adding.current?.focus();
  }

  async function remove(off: TimeOff) {
    if (removing.isSaving || !(await removing.save({ id: off.id }))) return;
    setList(list.filter(({ id }) => id !== off.id));
    if (edited !== "new" && edited?.id === off.id) setEdited(undefined);
    setSaved(undefined);
    setRemoved(off);
  }

  async function restore({ fromDate, toDate }: TimeOff) {
    const again = restoring.isSaving ? undefined : await restoring.save({ id: null, fromDate, toDate });
    if (again?.id) keep({ id: again.id, fromDate, toDate });
  }

  const error = removing.error ?? restoring.error;
  return (
    <section aria-labelledby="off">
      <h2 id="off">Time off</h2>
      {list.length === 0 && <p className="quiet">No days off are planned.</p>}
      <ol className="dated">
        {list.map((off) => (
          <TimeOffRow
            key={off.id}
            off={off}
            sessions={sessions}
            today={today}
            onChange={() => setEdited(off)}
            onRemove={() => void remove(off)}
          />
        ))}
      </ol>
      {error && <Refused error={error} className="mt-4" />}
      {removed && (
        <div className="mt-4">
          <Toast action={<UndoButton onClick={() => void restore(removed)} />}>
            {daysWords(removed, today)} can be booked again.
          </Toast>
        </div>
      )}
      <p className="mt-2">
        <Button ref={adding} type="button" look="quiet" onClick={() => setEdited("new")}>
          Add time off
        </Button>
        <span role="status" className="small quiet">
          {saved && ` Saved ${daysWords(saved, today)}.`}
        </span>
      </p>
      {edited && (
        <TimeOffForm
          key={edited === "new" ? "new" : edited.id}
          off={edited === "new" ? undefined : edited}
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
