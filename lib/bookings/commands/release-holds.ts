import { and, eq, isNull, lte } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { note, noteAll } from "#lib/audit/audit.ts";

const released = {
  status: "expired",
  heldName: null,
  heldEmail: null,
} as const;

/** Lets go of the holds that have run out, and of the names on them. Gives how many. */
export async function releaseStaleHolds(now: number): Promise<number> {
  return asSystem("holds run out", async (tx) => {
    const gone = await tx
      .update(bookings)
      .set(released)
      .where(and(eq(bookings.status, "held"), lte(bookings.holdExpires, now)))
      .returning({ id: bookings.id });
    await noteAll(tx, "system", "booking.expired", gone);
    return gone.length;
  });
}

/** A visitor lets a held time go. Whoever knows the hold's id was shown it. Gone already is as good. */
export async function releaseHold(holdId: string): Promise<void> {
  await asSystem("a visitor lets a hold go", async (tx) => {
    const gone = await tx
      .update(bookings)
      .set(released)
      .where(and(eq(bookings.id, holdId), eq(bookings.status, "held"), isNull(bookings.proposedFor)))
      .returning({ id: bookings.id });
    if (gone[0])
      await note(tx, "visitor", "booking.hold_released", {
        type: "booking",
        id: holdId,
      });
  });
}
