"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import type { WallTime } from "#lib/time/wall-clock.ts";
import { stepOf } from "./keys.ts";
import type { Moving } from "./use-moving.ts";

/** Moving by keyboard. The focus stays here while the session goes over the paper, and each step is read out. */
export function MovingStrip({
  moving: { session, to },
  words,
  zone,
  onTake,
  onAsk,
  onPutBack,
}: {
  moving: Moving;
  /** "Thursday 26 November, 12:15 to 13:15" */
  words: string;
  zone: string;
  onTake: (to: WallTime) => void;
  onAsk: () => void;
  onPutBack: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);

  function press(event: KeyboardEvent) {
    const next = stepOf(event.key, to, zone);
    if (next) onTake(next);
    else if (event.key === "Enter") onAsk();
    else if (event.key === "Escape") onPutBack();
    else return;
    event.preventDefault();
  }

  return (
    <div className="moving">
      <div
        ref={place}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys work here
        tabIndex={0}
        aria-label={`Move ${session.who}`}
        aria-describedby="moving-how"
        onKeyDown={press}
      >
        <p>
          <strong>{session.who}</strong>: {words}
        </p>
        <p id="moving-how" className="small">
          Up and down arrows move by a quarter hour, left and right by a day. Enter goes on, Escape puts it
          back.
        </p>
      </div>
      <Actions>
        <Button type="button" onClick={onAsk}>
          Go on
        </Button>
        <Button type="button" look="plain" onClick={onPutBack}>
          Put back
        </Button>
      </Actions>
      <p className="unseen" role="status">
        {words}
      </p>
    </div>
  );
}
