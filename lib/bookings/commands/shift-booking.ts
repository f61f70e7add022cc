import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { describeDatabaseError, QueryFailed } from "#db/errors.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { Refusal } from "#lib/refusal.ts";

type Stretch = { start: number; end: number };
type Changes = Partial<Pick<typeof bookings.$inferInsert, "status" | "outsideRules">>;

/**
 * Gives a booking another time; its calendar entry stays the same one, a number higher. False when the database finds
 * the time taken: then nothing was changed, and the transaction goes on. Where whoever comes alone has another session
 * then, it refuses and says so; of two, nobody learns whose time it was. Whoever calls has taken the coach's turn.
 */
export async function shiftBooking(
  tx: Tx,
  booking: { id: string; during: Stretch },
  to: { during: Stretch; occupied: Stretch },
  now: number,
  changes: Changes = {},
): Promise<boolean> {
  try {
    // A savepoint, since a refused update would end the whole transaction.
    await tx.transaction(async (inner) => {
      await inner
        .update(bookings)
        .set({
          ...to,
          ...changes,
          movedAt: now,
          movedFrom: booking.during,
          icsSequence: sql`${bookings.icsSequence} + 1`,
        })
        .where(eq(bookings.id, booking.id));
      await inner
        .update(bookingAttendees)
        .set({ during: to.during })
        .where(eq(bookingAttendees.bookingId, booking.id));
    });
    return true;
  } catch (error) {
    const described = describeDatabaseError(error);
    if (!(described instanceof QueryFailed) || described.code !== "23P01") throw error;
    if (described.constraint === "booking_attendees_no_overlap" && (await comesAlone(tx, booking.id)))
      throw new Refusal("Another session stands at that time already. Please choose another time.", {
        code: "clash",
        field: "start",
        status: 409,
      });
    return false;
  }
}

async function comesAlone(tx: Tx, bookingId: string): Promise<boolean> {
  return (await tx.$count(bookingAttendees, eq(bookingAttendees.bookingId, bookingId))) === 1;
}
