import { Notice } from "#app/ui/notice.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** What a coach should know about a session that is not simply in the book. */
export function WhatStands({
  booking,
  coachId,
  now,
}: {
  booking: FoundBooking;
  coachId: string;
  now: number;
}) {
  const zone = booking.coachZone;
  switch (standingOf(booking, now)) {
    case "cancelled":
      return (
        <Notice title="This session is cancelled">
          <p>{whoCancelled(booking, coachId)} Its time is free again.</p>
        </Notice>
      );
    case "held":
      return (
        <Notice kind="mind" title="A visitor is choosing this time">
          <p>
            It is kept until {clockWords(booking.holdExpires ?? now, zone)}, {zoneWords(zone)}. If it is not
            confirmed by then, it is free again.
          </p>
        </Notice>
      );
    case "asked":
      return (
        <Notice title="Asked for, and you decide">
          <p>The time is kept until you answer.</p>
        </Notice>
      );
    case "expired":
      return (
        <Notice title="This was not answered in time">
          <p>The time is free again. If you still want to meet, you can book another one for them.</p>
        </Notice>
      );
    default:
      return <Moved booking={booking} zone={zone} now={now} />;
  }
}

function whoCancelled({ cancelledBy, attendees }: FoundBooking, coachId: string): string {
  if (cancelledBy === coachId) return "You cancelled it.";
  const person = attendees.find(({ id }) => id === cancelledBy);
  return person ? `${person.name} cancelled it.` : "It was cancelled.";
}

function Moved({
  booking: { movedFrom, movedAt },
  zone,
  now,
}: {
  booking: FoundBooking;
  zone: string;
  now: number;
}) {
  if (!movedFrom || !movedAt) return null;
  return (
    <p className="quiet">
      It was {dateOf(movedFrom.start, zone, now)}, {clockWords(movedFrom.start, zone)} before.
    </p>
  );
}
