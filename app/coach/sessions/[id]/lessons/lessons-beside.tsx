"use client";

import { useRef, useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import type { ToSuggest } from "#lib/lessons/suggestions/queries.ts";
import { SuggestLessonForm } from "./suggest-lesson-form.tsx";
import { useBeside } from "./use-beside.ts";

export type Person = { id: string; name: string; isMentored: boolean };
type Listed = { id: string; title: string; name: string; distance: string; when: string; isDone: boolean };

type Given = {
  bookingId: string;
  people: Person[];
  lessons: ToSuggest[];
  beside: Listed[];
  hasBegun: boolean;
  mayAdd: boolean;
};

/** What the coach thought might help round a session, and a way to add to it. */
export function LessonsBeside({ bookingId, people, lessons, beside, hasBegun, mayAdd }: Given) {
  const adding = useRef<HTMLButtonElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [removed, setRemoved] = useState<{ title: string; undo: string }>();
  const [said, setSaid] = useState("");
  const { act, error } = useBeside();

  async function remove({ id, title }: Listed) {
    const done = await act(`/suggestions/${id}/remove`);
    if (!done) return;
    setSaid("");
    setRemoved({ title, undo: done.undo ?? "" });
  }

  async function restore({ title, undo }: { title: string; undo: string }) {
    if (!(await act("/suggestions/restore", { undo }))) return;
    setRemoved(undefined);
    close(`${title} is here again.`);
  }

  function close(words: string) {
    setIsAdding(false);
    setSaid(words);
    adding.current?.focus();
  }

  return (
    <section aria-labelledby="lessons-beside">
      <h2 id="lessons-beside">A lesson beside this session</h2>
      <p className="quiet mb-3">
        It appears on their first page at nine in the morning of that day, one at a time, only if they like.
        When the session moves, it moves along.
      </p>
      {beside.length > 0 && (
        <ul className="waits">
          {beside.map((one) => (
            <li key={one.id}>
              <h3>{one.title}</h3>
              <p>
                {one.distance}
                {people.length > 1 && `, for ${one.name}`}
              </p>
              <p className="small quiet">{one.when}</p>
              {one.isDone && (
                <p>
                  <Badge kind="done">Done for now</Badge>
                </p>
              )}
              <p>
                <Button type="button" look="quiet" onClick={() => void remove(one)}>
                  Take it away
                  <span className="unseen">
                    : {one.title}, {one.distance.toLowerCase()}, for {one.name}
                  </span>
                </Button>
              </p>
            </li>
          ))}
        </ul>
      )}
      {error && <Refused error={error} className="mt-4" />}
      {removed && (
        <div className="mt-4">
          <Toast action={<UndoButton onClick={() => void restore(removed)} />}>
            {removed.title} is no longer beside this session.
          </Toast>
        </div>
      )}
      {mayAdd && (
        <p className="mt-2">
          <Button
            ref={adding}
            type="button"
            look="quiet"
            aria-expanded={isAdding}
            onClick={() => {
              setSaid("");
              setRemoved(undefined);
              setIsAdding(true);
            }}
          >
            Choose a lesson
          </Button>
          <span role="status" className="small quiet">
            {said && ` ${said}`}
          </span>
        </p>
      )}
      {isAdding && (
        <SuggestLessonForm
          bookingId={bookingId}
          people={people}
          lessons={lessons}
          hasBegun={hasBegun}
          onSaved={(words) => close(words)}
          onClose={() => close("")}
        />
      )}
    </section>
  );
}
