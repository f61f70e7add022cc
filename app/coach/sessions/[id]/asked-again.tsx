"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";

type AskedAgainProps = {
  bookingId: string;
  /** What is chosen about touch, and said beside it. */
  touch: string;
  also: string;
  /** A line to read aloud for each topic. */
  lines: string[];
  /** The clock when it was asked, where it was. */
  askedAt: string | undefined;
};

/** What is asked once more aloud before the day goes deeper. */
export function AskedAgain({ bookingId, touch, also, lines, askedAt }: AskedAgainProps) {
  const path = `/api/coach/bookings/${bookingId}/asked-again`;
  const asking = useSending(path);
  const undoing = useSending(`${path}/undo`);
  const error = asking.error ?? undoing.error;
  return (
    <section className="mt-5" aria-labelledby="asked-again">
      <h3 id="asked-again">Ask again, while they are clear-headed</h3>
      <p>
        <strong>About touch:</strong> {touch}
      </p>
      {also && <p className="whitespace-pre-wrap">“{also}”</p>}
      <ul className="plain-list mt-3 mb-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {error && <Refused error={error} />}
      {askedAt ? (
        <>
          <Status done>Asked again while clear-headed, at {askedAt}.</Status>
          <Button
            type="button"
            look="quiet"
            aria-disabled={undoing.isBusy || undefined}
            onClick={() => void undoing.send({})}
          >
            Undo
          </Button>
        </>
      ) : (
        <Button
          type="button"
          look="plain"
          aria-disabled={asking.isBusy || undefined}
          onClick={() => void asking.send({})}
        >
          Asked again while clear-headed
        </Button>
      )}
    </section>
  );
}
