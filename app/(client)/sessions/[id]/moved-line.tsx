import type { Route } from "next";
import Link from "next/link";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { mayGoBack, movedWords } from "./meeting-lines.ts";

/** Where the meeting was before it was moved, and for a day the way back there. */
export function MovedLine({ booking, zone, now }: { booking: FoundBooking; zone: string; now: number }) {
  const { id, movedFrom, during, arcId, status } = booking;
  if (!movedFrom) return null;
  const isAskedTogether = status === "requested" && arcId !== null;
  const mayReturn =
    mayGoBack(booking, now) &&
    !isAskedTogether &&
    mayStillChange({ ...booking, start: during.start }, "client", now);
  return (
    <p className="small quiet">
      {movedWords(movedFrom, zone)}{" "}
      {mayReturn && (
        <Link
          href={`/sessions/${id}/move?to=${new Date(movedFrom.start).toISOString()}` as Route}
          prefetch={false}
        >
          Take the old time again
        </Link>
      )}
    </p>
  );
}
