"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import type { Language } from "./language-names.ts";
import { ShelfItem } from "./shelf-item.tsx";
import type { ShelfRow } from "./shelf-rows.ts";
import { moved, useOrder } from "./use-order.ts";

type Move = { id: string; step: -1 | 1 };

/** The lessons of a course. They are moved with the buttons, or with Alt and an arrow key from anywhere in their row. */
export function LessonShelf({
  courseId,
  rows,
  languages,
}: {
  courseId: string;
  rows: ShelfRow[];
  languages: Language[];
}) {
  const list = useRef<HTMLOListElement>(null);
  const { order, error, put } = useOrder(
    courseId,
    rows.map(({ id }) => id),
  );
  const [last, setLast] = useState<Move & { before: string[]; place: number }>();
  const focus = useRef<HTMLElement>(null);

  // A row that is put elsewhere in the page loses the focus that was in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the order has changed
  useEffect(() => {
    focus.current?.focus();
    focus.current = null;
  }, [order]);

  function move({ id, step }: Move) {
    const next = moved(order, id, step);
    if (!next) return;
    focus.current = document.activeElement as HTMLElement | null;
    setLast({ id, step, before: order, place: next.indexOf(id) + 1 });
    put(next);
  }

  function undo(before: string[]) {
    setLast(undefined);
    put(before);
    list.current?.focus();
  }

  function onKey(event: KeyboardEvent, id: string) {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (!event.altKey || !step) return;
    event.preventDefault();
    move({ id, step });
  }

  const shown = order.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const late = rows.filter(({ id }) => !order.includes(id));
  const movedTitle = rows.find(({ id }) => id === last?.id)?.title;
  return (
    <>
      {rows.length === 0 && <p className="quiet mt-4">This course has no lessons yet.</p>}
      {rows.length > 1 && (
        <p className="small quiet mt-4" id={`moving-${courseId}`}>
          Move a lesson with its arrows, or with <kbd>Alt</kbd> and an arrow key while you are in its row.
        </p>
      )}
      <ol className="shelf" ref={list} tabIndex={-1} aria-label="Lessons in their order">
        {[...shown, ...late].map((row, index) => (
          <ShelfItem
            key={row.id}
            row={row}
            place={index + 1}
            of={rows.length}
            languages={languages}
            onMove={(step) => move({ id: row.id, step })}
            onKey={(event) => onKey(event, row.id)}
          />
        ))}
      </ol>
      {error && <Refused error={error} className="mt-4" />}
      {last && !error && (
        <div className="shelf__told">
          <Toast
            action={
              <button type="button" onClick={() => undo(last.before)}>
                Undo
              </button>
            }
          >
            {movedTitle} is lesson {last.place} now.
          </Toast>
        </div>
      )}
    </>
  );
}
