"use client";

import { useEffect, useRef } from "react";
import { Toast } from "#app/ui/status.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";

/** Where a session stands now, with a way back if there is one. */
export function MovedToast({
  who,
  start,
  zone,
  onUndo,
}: {
  who: string;
  start: number;
  zone: string;
  onUndo: (() => void) | undefined;
}) {
  return (
    <div className="calendar__toast">
      <Toast action={onUndo && <UndoButton onClick={onUndo} />}>
        {who}: now {dayWords(start, zone)}, {clockWords(start, zone)}.
      </Toast>
    </div>
  );
}

/** Takes the focus that the dialog had. */
function UndoButton({ onClick }: { onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" ref={button} onClick={onClick}>
      Undo
    </button>
  );
}
