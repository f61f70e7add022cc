import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { changeableUntil } from "#lib/bookings/rules.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** For what was asked for together: it is answered together, and until then taken back together. */
function AskedTogether({ booking }: { booking: FoundBooking }) {
  return (
    <section aria-labelledby="change">
      <h2 id="change">If it stops suiting you</h2>
      <div className="stack measure">
        <p>
          These times were asked for together, so they are answered together. Until then none of them moves
          alone. You can take all of it back and ask anew, whenever you like. No reason is needed.
        </p>
        {booking.feeSentence && <p className="small quiet">{booking.feeSentence}</p>}
      </div>
      <Actions className="mt-4">
        <ButtonLink look="plain" href={`/sessions/${booking.id}/cancel`}>
          Take it all back
        </ButtonLink>
      </Actions>
    </section>
  );
}

/** Until when the client may move or cancel alone, and what to do after that. */
export function IfTimeChanges({ booking, zone, now }: { booking: FoundBooking; zone: string; now: number }) {
  if (booking.status === "requested" && booking.arcId) return <AskedTogether booking={booking} />;
  const until = changeableUntil({ ...booking, start: booking.during.start }, "client");
  const mayChange = now < until;
  return (
    <section aria-labelledby="change">
      <h2 id="change" tabIndex={-1}>
        If the time stops suiting you
      </h2>
      <div className="stack measure">
        {mayChange ? (
          <>
            <p>
              You can move or cancel it here until{" "}
              <strong>
                {dayWords(until, zone)}, {clockWords(until, zone)}
              </strong>
              , {zoneWords(zone)}. No reason is needed.
            </p>
            {until < booking.during.start && (
              <p>
                After that, please write to {booking.coachName}. Things come up, and you can look for a way
                together.
              </p>
            )}
          </>
        ) : (
          <p>
            It is too close to the meeting to move or cancel it here. Please write to {booking.coachName}; the
            address is at the foot of this page. No reason is needed, and you can look for a way together.
          </p>
        )}
        {booking.feeSentence && <p className="small quiet">{booking.feeSentence}</p>}
      </div>
      {mayChange && (
        <Actions className="mt-4">
          <ButtonLink look="plain" href={`/sessions/${booking.id}/move`}>
            Choose another time
          </ButtonLink>
          <ButtonLink look="plain" href={`/sessions/${booking.id}/cancel`}>
            Cancel this meeting
          </ButtonLink>
        </Actions>
      )}
    </section>
  );
}
