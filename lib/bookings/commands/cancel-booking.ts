import { eq, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer, Viewer } from "#lib/auth/viewer.ts";
import { lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
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
    if (!mayStillChange({ ...booking, start: booking.during.start }, viewer.role, now))
      throw new Refusal(
        viewer.role === "coach"
          ? "This session has begun or is over, so it stays in the book."
          : "It is too close to the session to cancel it here. Please write to your coach, no reason is needed.",
        { code: "too_late" },
      );
    await markCancelled(tx, viewer, bookingId, now);
    if (reason && viewer.role === "coach")
      await writeReason(tx, viewer, { bookingId, act: "cancelled", reason });
    if (mail) await bookingCancelled(tx, bookingId, viewer, now);
  });
}

/** The rows of a cancelled booking, and nothing that is told of it. */
export async function markCancelled(
  tx: Tx,
  viewer: Viewer,
  bookingId: string,
  now: number,
  { late = false }: { late?: boolean } = {},
): Promise<void> {
  await releaseProposals(tx, viewer, bookingId);
  await tx
    .update(bookings)
    .set({
      status: "cancelled",
      late,
      cancelledAt: now,
      cancelledBy: viewer.id,
      icsSequence: sql`${bookings.icsSequence} + 1`,
    })
    .where(eq(bookings.id, bookingId));
  await tx.update(bookingAttendees).set({ active: false }).where(eq(bookingAttendees.bookingId, bookingId));
  await note(tx, viewer, "booking.cancelled", { type: "booking", id: bookingId });
}
