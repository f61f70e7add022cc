import type { Route } from "next";
import Link from "next/link";
import { SessionBadge } from "#app/coach/session-badge.tsx";
import { whoComes } from "#app/coach/who-comes.ts";
import { Actions, ButtonAnchor } from "#app/ui/button.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type SessionHeadProps = { booking: FoundBooking; now: number; link: string | undefined; isJoint?: boolean };

/** Who comes, when, and the way in. */
export function SessionHead({ booking, now, link, isJoint = false }: SessionHeadProps) {
  const { start, end } = booking.during;
  const zone = booking.coachZone;
  return (
    <>
      {!isJoint && (
        <p>
          {booking.attendees.map(({ id, name }) => (
            <Link key={id} className="crumb mr-4" href={`/coach/clients/${id}` as Route} prefetch={false}>
              {name}
              <span className="unseen">: to their page</span>
            </Link>
          ))}
        </p>
      )}
      <div className="desk-head desk-head--tight">
        <div>
          <h1 className="break-words">{whoComes(booking)}</h1>
          <p>
            <time dateTime={new Date(start).toISOString()}>
              {dayWords(start, zone, { year: true })}, {clockWords(start, zone)}
            </time>{" "}
            to {clockWords(end, zone)}, {fullZoneWords(zone)}
          </p>
          <p>
            <SessionBadge booking={booking} zone={zone} now={now} />
          </p>
        </div>
        {link && (
          <Actions>
            <ButtonAnchor look="act" href={link} target="_blank">
              Join by video
            </ButtonAnchor>
          </Actions>
        )}
      </div>
    </>
  );
}
