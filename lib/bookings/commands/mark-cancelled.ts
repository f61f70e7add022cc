import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";

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
