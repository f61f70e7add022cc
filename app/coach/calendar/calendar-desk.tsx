"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTimeNow } from "#app/coach/use-time-now.ts";
import type { SendError } from "#app/send.ts";
import { Refused } from "#app/ui/refused.tsx";
import { clockOf } from "#lib/availability/hours.ts";
import { wallTimeAt } from "#lib/time/wall-clock.ts";
import type { CalendarDay } from "./calendar-days.ts";
import { DayColumn } from "./day-column.tsx";
import { ghostOf, movableIn } from "./ghost.ts";
import { hoursToDraw } from "./hours-to-draw.ts";
import { type Move, sendBack } from "./move-answer.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { MovedToast } from "./moved-toast.tsx";
import { MovingStrip } from "./moving-strip.tsx";
import type { Movable } from "./session-item.ts";
import { isPaper, useDragging } from "./use-dragging.ts";
import { useMoving } from "./use-moving.ts";

type Moved = { session: Movable; start: number; back: Move | undefined };

/** A day or a week on paper, and moving what stands on it. `asked` is the session whose moving the address asks for. */
export function CalendarDesk({
  days,
  zone,
  now,
  asked,
}: {
  days: CalendarDay[];
  zone: string;
  now: number;
  asked: string | undefined;
}) {
  const router = useRouter();
  const paper = useRef<HTMLDivElement>(null);
  const present = wallTimeAt(useTimeNow(now, zone), zone);
  const { moving, begin, take, ask, putBack } = useMoving(zone, movableIn(days, asked));
  const [moved, setMoved] = useState<Moved>();
  const [error, setError] = useState<SendError>();
  const ghost = moving && ghostOf(moving);
  const range = hoursToDraw(days, ghost && [ghost]);
  const grab = useDragging(paper, range, {
    begin: (session) => begin(session, "pointer"),
    take,
    drop: ask,
    putBack,
  });

  useEffect(() => {
    if (moving?.by === "keys") paper.current?.querySelector(".ghost")?.scrollIntoView({ block: "nearest" });
  }, [moving]);

  function focusOn(id: string | undefined) {
    paper.current?.querySelector<HTMLElement>(`[data-session="${id}"]`)?.focus();
  }

  function leave() {
    putBack();
    focusOn(moving?.session.id);
  }

  function keep(start: number, back: Move | undefined) {
    if (!moving) return;
    setMoved({ session: moving.session, start, back });
    setError(undefined);
    putBack();
    router.refresh();
  }

  async function undo({ session }: Moved, back: Move) {
    setMoved(undefined);
    focusOn(session.id);
    const sent = await sendBack(session.id, back);
    if (sent.ok) router.refresh();
    else setError(sent.error);
  }

  const back = moved?.back;
  const isEmpty = days.every(({ items }) => items.every(({ look }) => look === "busy"));
  return (
    <div>
      {isEmpty && (
        <p className="calendar__empty">Nobody comes {days.length === 1 ? "on this day" : "in this week"}.</p>
      )}
      <div className="cal" ref={paper}>
        <div className="cal__axis" aria-hidden="true">
          {Array.from({ length: range[1] - range[0] }, (_, index) => (
            <span key={clockOf((range[0] + index) * 60)}>{clockOf((range[0] + index) * 60)}</span>
          ))}
        </div>
        <ol className={`cal__days ${days.length === 1 ? "cal__days--one" : ""}`}>
          {days.map((day) => (
            <DayColumn
              key={day.date}
              day={day}
              range={range}
              present={
                day.date === present.date
                  ? { minute: present.minute, words: clockOf(present.minute) }
                  : undefined
              }
              ghost={ghost}
              grab={grab}
              onMove={(session, isByKeys) =>
                begin(session, "keys", {
                  ask: !(isByKeys && isPaper(paper.current?.querySelector("[data-date]"))),
                })
              }
            />
          ))}
        </ol>
      </div>
      {moving?.by === "keys" && !moving.isAsked && ghost && (
        <MovingStrip
          moving={moving}
          words={ghost.words}
          zone={zone}
          onTake={take}
          onAsk={ask}
          onPutBack={leave}
        />
      )}
      {moving?.isAsked && (
        <MoveDialog
          session={moving.session}
          to={moving.to}
          zone={zone}
          onTake={take}
          onMoved={keep}
          onClose={leave}
        />
      )}
      {error && <Refused error={error} className="mt-4" />}
      {moved && (
        <MovedToast
          key={`${moved.session.id} ${moved.start}`}
          who={moved.session.who}
          start={moved.start}
          zone={zone}
          onUndo={back && (() => void undo(moved, back))}
        />
      )}
    </div>
  );
}
