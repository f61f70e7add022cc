import { and, eq, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { bookingCancelled } from "#lib/bookings/letters.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { mayStillCancel } from "#lib/bookings/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** Ends a session: its time is free at once, and its calendar entries go. Ending it twice is ending it once. */
export async function cancelBooking(viewer: Viewer, bookingId: string, now: number): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const booking = await lockBooking(tx, viewer, bookingId);
    if (booking.status === "cancelled") return;
    if (!mayStillCancel({ ...booking, start: booking.during.start }, viewer.role, now))
      throw new Refusal(
        viewer.role === "coach"
          ? "This session has begun or is over, so it stays in the book."
          : "It is too close to the session to cancel it here. Please write to your coach, no reason is needed.",
        { code: "too_late" },
      );
    await tx
      .update(bookings)
      .set({
        status: "cancelled",
        cancelledAt: now,
        cancelledBy: viewer.id,
        icsSequence: sql`${bookings.icsSequence} + 1`,
      })
      .where(eq(bookings.id, bookingId));
    await tx.update(bookingAttendees).set({ active: false }).where(eq(bookingAttendees.bookingId, bookingId));
    await note(tx, viewer, "booking.cancelled", {
      type: "booking",
      id: bookingId,
    });
    await bookingCancelled(tx, bookingId, viewer, now);
  });
}

async function lockBooking(tx: Tx, viewer: Viewer, bookingId: string) {
  const [booking] = await tx
    .select({
      status: bookings.status,
      during: bookings.during,
      kind: sessionTypes.kind,
      cutOff: sessionTypes.cutOff,
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(and(eq(bookings.id, bookingId), visibleTo(viewer)))
    .for("update", { of: bookings });
  if (!booking) throw new NotFound();
  return booking;
}
