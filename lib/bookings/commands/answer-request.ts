import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type LockedBooking, lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { bookingDeclined } from "#lib/bookings/letters/requests.ts";
import { sealAnswer } from "#lib/bookings/sealed-words.ts";
import { Refusal } from "#lib/refusal.ts";

/** The coach says yes to what was asked for. Its time was kept since then, so nothing can stand in the way. */
export async function confirmRequest(coach: CoachViewer, bookingId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    if (booking.status === "confirmed") return;
    demandOpenRequest(booking, now);
    await demandAgreed(tx, bookingId);
    await releaseProposals(tx, coach, bookingId);
    await markConfirmed(tx, coach, booking);
    await bookingConfirmed(tx, bookingId, now);
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
    await releaseProposals(tx, coach, bookingId);
    await markDeclined(tx, coach, bookingId, sentence, now);
    await bookingDeclined(tx, bookingId, now);
  });
}

/** The rows of a confirmed request, and nothing that is told of it. */
export async function markConfirmed(
  tx: Tx,
  coach: CoachViewer,
  { id, during }: Pick<LockedBooking, "id" | "during">,
): Promise<void> {
  await tx.update(bookings).set({ status: "confirmed", answerSealed: null }).where(eq(bookings.id, id));
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

export function demandOpenRequest({ status, during }: LockedBooking, now: number): void {
  if (status !== "requested")
    throw new Refusal("This is not an open request any more. Please look at it as it stands now.", {
      code: "not_open",
    });
  if (now >= during.start)
    throw new Refusal("That time has passed. You can book another one together.", { code: "past" });
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
