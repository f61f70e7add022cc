import { Notice } from "#app/ui/notice.tsx";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { findHoldBefore } from "#lib/guidance/queries.ts";

type TalkBeforeDayProps = { client: ClientViewer; booking: FoundBooking; now: number };

/** That the coach talks with them before this day, because of something they shared. */
export async function TalkBeforeDay({ client, booking, now }: TalkBeforeDayProps) {
  if (!(await findHoldBefore(client, booking, now))) return null;
  return (
    <Notice title={`${booking.coachName} talks with you before the day`} className="mt-4 measure">
      <p>It is about something that you shared. Nothing is decided by it, and your time stays as it is.</p>
    </Notice>
  );
}
