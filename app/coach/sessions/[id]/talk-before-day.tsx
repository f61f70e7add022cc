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
  if (!hold?.shareId) return null;
  const name = booking.attendees[0]?.name ?? "them";
  return (
    <Notice kind="mind" title={`You talk with ${name} before this day`}>
      <p>
        {name} shared something that comes first. The time stays as it is, and so does the way in.{" "}
        <Link href={`/coach/reflections/${hold.shareId}` as Route} prefetch={false}>
          See what it is
        </Link>
      </p>
    </Notice>
  );
}
