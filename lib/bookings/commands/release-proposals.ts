import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { noteAll } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Lets go of the times that were proposed in place of this booking's. */
export async function releaseProposals(tx: Tx, viewer: Viewer, bookingId: string): Promise<void> {
  const gone = await tx
    .update(bookings)
    .set({ status: "expired" })
    .where(and(eq(bookings.proposedFor, bookingId), eq(bookings.status, "held")))
    .returning({ id: bookings.id });
  await noteAll(tx, viewer, "booking.expired", gone);
}
