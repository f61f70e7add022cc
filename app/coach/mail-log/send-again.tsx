"use client";

import { useEffect, useRef } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** A letter once more. When that is done it says so in the button's place. */
export function SendAgain({ id, what, isDone }: { id: string; what: string; isDone: boolean }) {
  const { send, error, isBusy } = useSending(`/api/coach/messages/${id}/again`);
  const done = useRef<HTMLParagraphElement>(null);
  const wasDone = useRef(isDone);
  // The button goes away under the finger that pressed it.
  useEffect(() => {
    if (isDone && !wasDone.current) done.current?.focus();
    wasDone.current = isDone;
  }, [isDone]);

  if (isDone)
    return (
      <p ref={done} tabIndex={-1} className="quiet small">
        Sent again
      </p>
    );
  return (
    <div>
      <Button
        type="button"
        look="quiet"
        aria-label={`Send again: ${what}`}
        aria-disabled={isBusy || undefined}
        onClick={() => void send({})}
      >
        {isBusy ? "Sending" : "Send again"}
      </Button>
      {error && <Refused error={error} />}
    </div>
  );
}
