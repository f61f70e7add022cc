import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, users } from "#db/schema/index.ts";
import { confirmArc, declineArc } from "#lib/arcs/commands/answer-arc.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type LockedBooking, lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { markConfirmed, markDeclined, passedRefusal } from "#lib/bookings/commands/mark-answer.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { bookingDeclined } from "#lib/bookings/letters/requests.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * The coach says yes to what was asked for. Its time was kept since then, so nothing can stand in the way. `reason` is
 * for a day of guidance that something is still open before.
 */
export async function confirmRequest(
  coach: CoachViewer,
  bookingId: string,
  now: number,
  reason?: string,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    if (booking.status === "confirmed") return;
    demandOpenRequest(booking, now);
    if (booking.arcId) return confirmArc(tx, coach, booking.arcId, reason, now);
    await demandAgreed(tx, bookingId);
    await releaseProposals(tx, coach, bookingId);
    await markConfirmed(tx, coach, booking);
    await bookingConfirmed(tx, bookingId, coach, now);
  });
}

/** The coach says no, with a sentence that the client reads in the portal. The time is free at once. */
export async function declineRequest(
  coach: CoachViewer,
  bookingId: string,
  sentence: string,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    if (booking.status === "declined") return;
    demandOpenRequest(booking, now);
    if (booking.arcId) return declineArc(tx, coach, booking.arcId, sentence, now);
    await releaseProposals(tx, coach, bookingId);
    await markDeclined(tx, coach, bookingId, sentence, now);
    await bookingDeclined(tx, bookingId, now);
  });
}

export function demandOpenRequest({ status, during }: LockedBooking, now: number): void {
  if (status !== "requested")
    throw new Refusal("This is not an open request any more. Please look at it as it stands now.", {
      code: "not_open",
    });
  if (now >= during.start) throw passedRefusal();
}

async function demandAgreed(tx: Tx, bookingId: string): Promise<void> {
  const [waiting] = await tx
    .select({ name: users.displayName })
    .from(bookingAttendees)
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .where(and(eq(bookingAttendees.bookingId, bookingId), isNull(bookingAttendees.agreedAt)));
  if (waiting)
    throw new Refusal(
      `${waiting.name} has not said yet whether this time suits. A session of two needs both.`,
      {
        code: "not_agreed",
      },
    );
}
