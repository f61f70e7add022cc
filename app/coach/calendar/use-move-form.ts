"use client";

import { useState } from "react";
import { movesOf } from "#app/(client)/sessions/[id]/move/others.ts";
import { readClock } from "#app/coach/availability/clock-text.ts";
import { rulesIn } from "#app/coach/own-rules.tsx";
import type { SendError } from "#app/send.ts";
import { clockOf, minuteOf } from "#lib/availability/hours.ts";
import { instantsAt, type WallTime } from "#lib/time/wall-clock.ts";
import { type Move, sendMove, wayBack } from "./move-answer.ts";
import type { Movable } from "./session-item.ts";
import { useOthers } from "./use-others.ts";

const isClock = /^([01]\d|2[0-3]):[0-5]\d$/;

export type MoveAsked = {
  session: Movable;
  to: WallTime;
  zone: string;
  onTake: (to: WallTime) => void;
  /** `back` is what takes it all back, where that can be done. */
  onMoved: (start: number, back: Move | undefined) => void;
};

/** What the coach says about a move before it is sent, and the sending. What was typed stays when the answer is no. */
export function useMoveForm({ session, to, zone, onTake, onMoved }: MoveAsked) {
  const [clock, setClock] = useState(clockOf(to.minute));
  const [mail, setMail] = useState(true);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);
  const isTime = isClock.test(readClock(clock));
  const instants = isTime ? instantsAt(to, zone) : [];
  const start = instants.includes(session.start) ? session.start : instants[0];
  const along = useOthers(session, start, zone);

  function take(next: Partial<WallTime>) {
    setError(undefined);
    onTake({ ...to, ...next });
  }

  async function send() {
    if (isBusy) return;
    const wrong = wrongIn(start, session, isTime);
    if (start === undefined || wrong) return setError(wrong);
    if (!along.isReady) return setError(along.problem ? undefined : onItsWay);
    setIsBusy(true);
    const others = along.isAsked ? { others: movesOf(along.others) } : {};
    const sent = await sendMove(session.id, {
      start,
      mail,
      reason: reason.trim(),
      despite: rulesIn(error),
      ...others,
    });
    setIsBusy(false);
    if (sent.ok) return onMoved(start, wayBack(session, mail, along.others));
    along.takeFresh(sent.error);
    setError(sent.error);
  }

  return {
    clock,
    /** Read while it is typed: what changed height on leaving the field would slip away from under a press. */
    typeClock(text: string) {
      const read = readClock(text);
      setClock(text);
      take(isClock.test(read) ? { minute: minuteOf(read) } : {});
    },
    tidyClock: () => setClock(readClock(clock)),
    chooseDate: (date: string) => date && take({ date }),
    mail,
    setMail,
    reason,
    setReason,
    start,
    along,
    error,
    isWarned: rulesIn(error).length > 0,
    isBusy,
    send,
  };
}

function wrongIn(start: number | undefined, session: Movable, isTime: boolean): SendError | undefined {
  const wrong = (message: string): SendError => ({ code: "time", field: "time", message });
  if (!isTime) return wrong("Please write a time like 09:30.");
  if (start === undefined) return wrong("The clocks skip this time on that day. Please choose another.");
  if (start === session.start)
    return wrong("That is when it is now. Choose another time, or leave it where it is.");
  return undefined;
}

const onItsWay: SendError = {
  code: "on_its_way",
  message: "Where the others go is still being looked up. Please press once more in a moment.",
};
