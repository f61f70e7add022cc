import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { LockedBooking } from "#lib/bookings/commands/lock-booking.ts";
import { sealAnswer } from "#lib/bookings/sealed-words.ts";
import { Refusal } from "#lib/refusal.ts";

/** The rows of a confirmed request, and nothing that is told of it. */
export async function markConfirmed(
  tx: Tx,
  coach: CoachViewer,
  { id, during }: Pick<LockedBooking, "id" | "during">,
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      status: "confirmed",
      answerSealed: null,
      // One that was taken out of calendars, to be asked for anew, comes back with a higher number.
      icsSequence: sql`${bookings.icsSequence} + least(${bookings.icsSequence}, 1)`,
    })
    .where(eq(bookings.id, id));
  await note(tx, coach, "booking.confirmed", { type: "booking", id }, { start: during.start });
}

/** The rows of a declined request, and nothing that is told of it. */
export async function markDeclined(
  tx: Tx,
  coach: CoachViewer,
  bookingId: string,
  sentence: string,
  now: number,
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      status: "declined",
      declinedAt: now,
      declinedBy: coach.id,
      answerSealed: sealAnswer(bookingId, sentence),
    })
    .where(eq(bookings.id, bookingId));
  await tx.update(bookingAttendees).set({ active: false }).where(eq(bookingAttendees.bookingId, bookingId));
  await note(tx, coach, "booking.declined", { type: "booking", id: bookingId });
}

export function passedRefusal(): Refusal {
  return new Refusal("That time has passed. You can book another one together.", { code: "past" });
}
