import { Badge } from "#app/ui/badge.tsx";
import { standingOf } from "#lib/bookings/standing.ts";
import { clockWords } from "#lib/time/words.ts";

type Booked = Parameters<typeof standingOf>[0] & { holdExpires: number | null; late: boolean };

/** How a session stands, in the words of the one who holds it. */
export function SessionBadge({ booking, zone, now }: { booking: Booked; zone: string; now: number }) {
  switch (standingOf(booking, now)) {
    case "held":
      return <Badge kind="held">Held until {clockWords(booking.holdExpires ?? now, zone)}</Badge>;
    case "asked":
      return <Badge>Asked for, you decide</Badge>;
    case "ahead":
      return <Badge kind="firm">Confirmed</Badge>;
    case "now":
      return <Badge kind="firm">Now, until {clockWords(booking.during.end, zone)}</Badge>;
    case "over":
      return <Badge kind="done">Done</Badge>;
    case "missed":
      return <Badge kind="off">Did not come</Badge>;
    case "cancelled":
      return <Badge kind="off">{booking.late ? "Called off late" : "Cancelled"}</Badge>;
    case "declined":
      return <Badge kind="off">Declined</Badge>;
    case "expired":
      return <Badge kind="off">No longer held</Badge>;
  }
}
