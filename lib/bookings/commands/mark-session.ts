import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { endBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { type LockedBooking, lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { writeReason } from "#lib/bookings/commands/write-reason.ts";
import type { MarkSessionInput } from "#lib/bookings/input.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * The coach says how a session went: it took place, nobody came, or it was called off late; and whether it counts as
 * one of those agreed on. `unmarked` takes back the first two.
 */
export async function markSession(
  coach: CoachViewer,
  bookingId: string,
  { as, counts, reason }: MarkSessionInput,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    if (booking.status === "cancelled" && booking.late && as === "late_cancelled")
      return setCounts(tx, bookingId, counts);
    demandMarkable(booking, as, now);
    if (as === "late_cancelled") {
      await endBooking(tx, coach, booking, { mail: true, late: true }, now);
      await setCounts(tx, bookingId, counts);
    } else await setMark(tx, coach, bookingId, { as, counts }, now);
    if (reason) await writeReason(tx, coach, { bookingId, act: "marked", reason });
  });
}

async function setMark(
  tx: Tx,
  coach: CoachViewer,
  bookingId: string,
  { as, counts }: { as: "completed" | "no_show" | "unmarked"; counts: boolean },
  now: number,
): Promise<void> {
  const status = as === "unmarked" ? ("confirmed" as const) : as;
  const marked =
    as === "unmarked"
      ? { markedAt: null, markedBy: null, counts: null }
      : { markedAt: now, markedBy: coach.id, counts };
  await tx
    .update(bookings)
    .set({ status, ...marked })
    .where(eq(bookings.id, bookingId));
  const action = as === "unmarked" ? "booking.unmarked" : `booking.${status}`;
  await note(tx, coach, action, { type: "booking", id: bookingId }, { counts });
}

async function setCounts(tx: Tx, bookingId: string, counts: boolean): Promise<void> {
  await tx.update(bookings).set({ counts }).where(eq(bookings.id, bookingId));
}

function demandMarkable({ status, during }: LockedBooking, as: MarkSessionInput["as"], now: number): void {
  if (status !== "confirmed" && status !== "completed" && status !== "no_show")
    throw new Refusal("This session does not stand in the book, so nothing can be said of how it went.", {
      code: "not_markable",
    });
  if (as !== "late_cancelled" && now < during.start)
    throw new Refusal("It has not begun yet. You can say how it went once it has.", { code: "too_early" });
}
