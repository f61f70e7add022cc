"use client";

import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useSendOnce } from "./use-send-once.ts";

/** `words`: "Wednesday 9 December, 15:00 to 16:30". */
type OfferedTime = { id: string; instant: string; words: string; elsewhere: string | undefined };

/** The times that the coach offers; one press takes one. */
export function OfferedTimes({ bookingId, times }: { bookingId: string; times: OfferedTime[] }) {
  const { send, error, isSending } = useSendOnce(`/api/bookings/${bookingId}/accept`);
  return (
    <>
      {error && <Refused error={error} />}
      <ul className="rows">
        {times.map(({ id, instant, words, elsewhere }) => (
          <li key={id} className="row row--bare">
            <div id={`time-${id}`}>
              <p className="row__title">
                <time dateTime={instant}>{words}</time>
              </p>
              {elsewhere && <p className="row__more">{elsewhere}</p>}
            </div>
            <div className="row__end">
              <Button
                type="button"
                look="plain"
                aria-describedby={`time-${id}`}
                aria-disabled={isSending || undefined}
                onClick={() => void send({ proposalId: id })}
              >
                Take this time
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
