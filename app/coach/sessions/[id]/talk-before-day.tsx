import type { Route } from "next";
import Link from "next/link";
import { Notice } from "#app/ui/notice.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { findHoldBefore } from "#lib/guidance/queries.ts";

type TalkBeforeDayProps = { coach: CoachViewer; booking: FoundBooking; now: number };

/** That something waits for a talk before this day, with the way to it. */
export async function TalkBeforeDay({ coach, booking, now }: TalkBeforeDayProps) {
  const hold = await findHoldBefore(coach, booking, now);
  const [client] = booking.attendees;
  if (!hold || !client) return null;
  const { name } = client;
  const href = hold.shareId ? `/coach/reflections/${hold.shareId}` : `/coach/clients/${client.id}/screening`;
  return (
    <Notice kind="mind" title={`You talk with ${name} before this day`}>
      <p>
        {name} shared something that comes first. The time stays as it is, and so does the way in.{" "}
        <Link href={href as Route} prefetch={false}>
          See what it is
        </Link>
      </p>
    </Notice>
  );
}
