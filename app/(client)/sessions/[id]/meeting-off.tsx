import type { Route } from "next";
import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import type { Answer } from "./asked-meeting.tsx";
import { SaidByCoach } from "./said-by-coach.tsx";

type MeetingOffProps = { booking: FoundBooking; viewerId: string; answer: Answer; now: number };

/** A meeting that is over, or will not be: why, and the way on. */
export function MeetingOff({ booking, viewerId, answer, now }: MeetingOffProps) {
  const { coachName } = booking;
  switch (standingOf(booking, now)) {
    case "cancelled":
      return (
        <>
          <Notice title="This meeting is cancelled" className="mt-4 measure">
            <p>
              {booking.cancelledBy === viewerId ? "You cancelled it." : "It was cancelled."} Its time is free
              again, and the note that we send by mail takes the entry out of your calendar.
            </p>
          </Notice>
          <WayOn booking={booking} look="act" />
        </>
      );
    case "declined":
      return (
        <>
          <Notice title="This time did not work out" className="mt-4 measure">
            <p>{coachName} cannot meet you then. You can ask for another time whenever you like.</p>
          </Notice>
          {answer.sentence && <SaidByCoach coachName={coachName} sentence={answer.sentence} />}
          <WayOn booking={booking} look="act" />
        </>
      );
    case "expired":
      return (
        <>
          <Notice title="This time has passed without an answer" className="mt-4 measure">
            <p>
              Sorry about that. Nothing was booked, and nothing is owed. You can ask for another time, or
              write to {coachName}.
            </p>
          </Notice>
          <WayOn booking={booking} look="act" />
        </>
      );
    default:
      return (
        <>
          <p className="mt-3">
            <StandingBadge booking={booking} now={now} />
          </p>
          <WayOn booking={booking} look="plain" />
        </>
      );
  }
}

function WayOn({ booking, look }: { booking: FoundBooking; look: "act" | "plain" }) {
  return (
    <Actions>
      <ButtonLink look={look} href={`/book?type=${booking.typeId}` as Route}>
        {booking.mode === "request" ? "Ask for another time" : "Book another time"}
      </ButtonLink>
      <ButtonLink look="quiet" href="/sessions">
        All your sessions
      </ButtonLink>
    </Actions>
  );
}
