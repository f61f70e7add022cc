import { Notice } from "#app/ui/notice.tsx";
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
        <Notice title="Asked for, not confirmed">
          <p>The time is kept meanwhile.</p>
        </Notice>
      );
    default:
      return null;
  }
}

function whoCancelled({ cancelledBy, attendees }: FoundBooking, coachId: string): string {
  if (cancelledBy === coachId) return "You cancelled it.";
  const person = attendees.find(({ id }) => id === cancelledBy);
  return person ? `${person.name} cancelled it.` : "It was cancelled.";
}
