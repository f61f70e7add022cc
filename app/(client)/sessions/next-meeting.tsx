import { MeetingTime } from "#app/(client)/sessions/meeting-time.tsx";
import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Actions, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Lines } from "#app/ui/lines.tsx";
import type { OwnSession } from "#lib/bookings/own-sessions.ts";
import { standingOf } from "#lib/bookings/standing.ts";

/** The one large thing on a client's first page. */
export function NextMeeting({
  booking,
  reader,
  zone,
  now,
  isQuiet,
}: {
  booking: OwnSession;
  reader: string;
  zone: string;
  now: number;
  /** Something else on the page is the one thing to do. */
  isQuiet: boolean;
}) {
  const isNow = standingOf(booking, now) === "now";
  return (
    <section className="meeting" aria-labelledby="next">
      <Lines drawing="band" className="meeting__lines" />
      <p className="quiet">
        Hello {reader}.{" "}
        {isNow ? `Your time with ${booking.coachName} is now.` : `You meet ${booking.coachName} next on`}
      </p>
      <MeetingTime booking={booking} zone={zone} id="next" />
      <Actions>
        <ButtonLink look={isQuiet ? "plain" : "act"} href={`/sessions/${booking.id}`}>
          Open this meeting
        </ButtonLink>
        <ButtonAnchor look="quiet" href={`/api/bookings/${booking.id}/calendar`}>
          Add to calendar
        </ButtonAnchor>
        <ButtonLink look="quiet" href="/book">
          Book another time
        </ButtonLink>
      </Actions>
      <p>
        <StandingBadge booking={booking} now={now} />
      </p>
    </section>
  );
}
