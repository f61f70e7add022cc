import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { changeableUntil } from "#lib/bookings/rules.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** Until when the client may cancel alone, and what to do after that. */
export function IfTimeChanges({ booking, zone, now }: { booking: FoundBooking; zone: string; now: number }) {
  const until = changeableUntil({ ...booking, start: booking.during.start }, "client");
  const mayCancel = now < until;
  return (
    <section aria-labelledby="change">
      <h2 id="change">If the time stops suiting you</h2>
      <div className="stack measure">
        {mayCancel ? (
          <>
            <p>
              You can cancel here until{" "}
              <strong>
                {dayWords(until, zone)}, {clockWords(until, zone)}
              </strong>
              , {zoneWords(zone)}. No reason is needed. To move it, book another time first and then cancel
              this one.
            </p>
            <p>
              After that, please write to {booking.coachName}. Things come up, and you can look for a way
              together.
            </p>
          </>
        ) : (
          <p>
            It is too close to the meeting to cancel it here. Please write to {booking.coachName}; the address
            is at the foot of this page. No reason is needed, and you can look for a way together.
          </p>
        )}
        {booking.feeSentence && <p className="small quiet">{booking.feeSentence}</p>}
      </div>
      {mayCancel && (
        <Actions className="mt-4">
          <ButtonLink look="plain" href="/book">
            Book another time
          </ButtonLink>
          <ButtonLink look="plain" href={`/sessions/${booking.id}/cancel`}>
            Cancel this meeting
          </ButtonLink>
        </Actions>
      )}
    </section>
  );
}
