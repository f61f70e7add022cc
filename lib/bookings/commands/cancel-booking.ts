import { asViewer, type Tx } from "#db/client.ts";
import { listGoingWith } from "#lib/arcs/going-with.ts";
import { arcCancelled } from "#lib/arcs/letters/changed.ts";
import type { CoachViewer, Viewer } from "#lib/auth/viewer.ts";
import { type LockedBooking, lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { markCancelled } from "#lib/bookings/commands/mark-cancelled.ts";
import { writeReason } from "#lib/bookings/commands/write-reason.ts";
import { bookingCancelled } from "#lib/bookings/letters/booked.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { Refusal } from "#lib/refusal.ts";

/** What a coach may choose: no letter goes out, or a reason is kept that only they can read. */
type AsCoach = { mail: boolean; reason?: string | undefined };

/** Ends a session: its time is free at once, and its calendar entries go. Ending it twice is ending it once. */
export async function cancelBooking(viewer: Viewer, bookingId: string, now: number): Promise<void> {
  await cancel(viewer, bookingId, { mail: true }, now);
}

/** The same, by the coach. */
export async function cancelForClient(
  coach: CoachViewer,
  bookingId: string,
  how: AsCoach,
  now: number,
): Promise<void> {
  await cancel(coach, bookingId, how, now);
}

async function cancel(
  viewer: Viewer,
  bookingId: string,
  { mail, reason }: AsCoach,
  now: number,
): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const booking = await lockInTurn(tx, viewer, bookingId);
    if (booking.status === "cancelled") return;
    // What was only asked for together can be taken back as long as it is unanswered.
    const isOpenRequest = booking.arcId !== null && booking.status === "requested";
    if (!isOpenRequest && !mayStillChange({ ...booking, start: booking.during.start }, viewer.role, now))
      throw new Refusal(
        viewer.role === "coach"
          ? "This session has begun or is over, so it stays in the book."
          : "It is too close to the session to cancel it here. Please write to your coach, no reason is needed.",
        { code: "too_late" },
      );
    await endBooking(tx, viewer, booking, { mail }, now);
    if (reason && viewer.role === "coach")
      await writeReason(tx, viewer, { bookingId, act: "cancelled", reason });
  });
}

/** Cancels a booking and what goes with it, and tells of it. */
export async function endBooking(
  tx: Tx,
  viewer: Viewer,
  booking: LockedBooking,
  { mail, late = false }: { mail: boolean; late?: boolean },
  now: number,
): Promise<void> {
  const { id, arcId, arcStep, status } = booking;
  const others = arcId ? await listGoingWith(tx, { ...booking, arcId }, now) : [];
  await markCancelled(tx, viewer, id, now, { late });
  for (const other of others) await markCancelled(tx, viewer, other.id, now);
  if (!mail) return;
  if (arcId && (status === "requested" || arcStep === "guidance"))
    await arcCancelled(tx, arcId, { ids: [id, ...others.map((other) => other.id)], status }, viewer, now);
  else await bookingCancelled(tx, id, viewer, now, { wasAsked: status === "requested" });
}
