"use client";

import { useState } from "react";
import { readClock } from "#app/coach/availability/clock-text.ts";
import { OwnRules, rulesIn } from "#app/coach/own-rules.tsx";
import type { SendError } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { clockOf, minuteOf } from "#lib/availability/hours.ts";
import { instantsAt, type WallTime } from "#lib/time/wall-clock.ts";
import { type Move, sendMove } from "./move-answer.ts";
import { OldAndNew } from "./old-and-new.tsx";
import type { Movable } from "./session-item.ts";

const isClock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What moving a session means, for the coach and for who comes, before anything is sent. */
export function MoveDialog({
  session,
  to,
  zone,
  onTake,
  onMoved,
  onClose,
}: {
  session: Movable;
  to: WallTime;
  zone: string;
  onTake: (to: WallTime) => void;
  onMoved: (move: Move) => void;
  onClose: () => void;
}) {
  const [clock, setClock] = useState(clockOf(to.minute));
  const [mail, setMail] = useState(true);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);
  const isTime = isClock.test(clock);
  const [start] = isTime ? instantsAt(to, zone) : [];
  const despite = rulesIn(error);

  function take(next: Partial<WallTime>) {
    setError(undefined);
    onTake({ ...to, ...next });
  }

  function readTime() {
    const read = readClock(clock);
    setClock(read);
    if (isClock.test(read)) take({ minute: minuteOf(read) });
  }

  async function move() {
    if (isBusy) return;
    if (start === undefined || start === session.start)
      return setError({
        code: "time",
        field: "time",
        message:
          start === undefined
            ? wrongTime(isTime)
            : "That is when it is now. Choose another time, or leave it where it is.",
      });
    setIsBusy(true);
    const wanted = { start, mail, reason: reason.trim(), despite };
    const sent = await sendMove(session.id, wanted);
    setIsBusy(false);
    if (sent.ok) onMoved(wanted);
    else setError(sent.error);
  }

  return (
    <Dialog open onClose={onClose} title={`Move ${session.who}?`}>
      <OldAndNew session={session} start={start} zone={zone} />
      <form
        className="stack mt-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <div className="move__when">
          <TextField
            name="date"
            type="date"
            label="Date"
            min="2000-01-01"
            max="2099-12-31"
            value={to.date}
            onChange={(event) => event.target.value && take({ date: event.target.value })}
          />
          <TextField
            name="time"
            label="Begins at"
            autoComplete="off"
            spellCheck={false}
            value={clock}
            error={error?.field === "time" ? error.message : undefined}
            onChange={(event) => setClock(event.target.value)}
            onBlur={readTime}
          />
        </div>
        <Tick name="mail" checked={mail} onChange={(event) => setMail(event.target.checked)}>
          {session.howMany > 1
            ? "Send each of them a mail with the new time"
            : "Send a mail with the new time"}
        </Tick>
        <TextField
          name="reason"
          label="Why, for yourself"
          hint="Only you see it."
          optional
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {error && despite.length > 0 && <OwnRules error={error} />}
        {error && despite.length === 0 && error.field !== "time" && <Refused error={error} />}
        <Actions>
          <Button aria-disabled={isBusy || undefined}>{words(isBusy, despite.length > 0)}</Button>
          <Button type="button" look="plain" onClick={onClose}>
            Leave it where it is
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function words(isBusy: boolean, isWarned: boolean): string {
  if (isBusy) return "Moving";
  return isWarned ? "Move it all the same" : "Move it";
}

function wrongTime(isTime: boolean): string {
  return isTime
    ? "The clocks skip this time on that day. Please choose another."
    : "Please write a time like 09:30.";
}
