import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Actions, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { standingOf } from "#lib/bookings/standing.ts";

/** What can be done with a meeting now: kept in a calendar, cancelled, or booked anew. */
export function AsMeetingStands({
  booking,
  viewerId,
  now,
}: {
  booking: FoundBooking;
  viewerId: string;
  now: number;
}) {
  const standing = standingOf(booking, now);
  if (standing === "cancelled")
    return (
      <>
        <Notice title="This meeting is cancelled" className="mt-4 measure">
          <p>
            {booking.cancelledBy === viewerId ? "You cancelled it." : "It was cancelled."} Its time is free
            again, and the note that we send by mail takes the entry out of your calendar.
          </p>
        </Notice>
        <BookAnother look="act" />
      </>
    );
  if (standing !== "ahead" && standing !== "asked" && standing !== "now")
    return (
      <>
        <p className="mt-3">
          <StandingBadge booking={booking} now={now} />
        </p>
        <BookAnother look="plain" />
      </>
    );
  return (
    <>
      <Actions>
        <ButtonAnchor href={`/api/bookings/${booking.id}/calendar`}>Add to calendar</ButtonAnchor>
        {mayStillChange({ ...booking, start: booking.during.start }, "client", now) && (
          <ButtonLink look="quiet" href={`/sessions/${booking.id}/cancel`}>
            Cancel this meeting
          </ButtonLink>
        )}
      </Actions>
      <p>
        <StandingBadge booking={booking} now={now} />
      </p>
    </>
  );
}

function BookAnother({ look }: { look: "act" | "plain" }) {
  return (
    <Actions>
      <ButtonLink look={look} href="/book">
        Book another time
      </ButtonLink>
      <ButtonLink look="quiet" href="/sessions">
        All your sessions
      </ButtonLink>
    </Actions>
  );
}
