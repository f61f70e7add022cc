import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings, coaches, consentsAskedAgain, sessionTypes } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { dateIn } from "#lib/time/words.ts";

/** On the day itself, before it goes deeper: the coach asked again aloud, and their client was clear-headed. */
export async function askAgain(coach: CoachViewer, bookingId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    await demandOwnDay(tx, coach, bookingId, now);
    const [made] = await tx
      .insert(consentsAskedAgain)
      .values({ bookingId, coachId: coach.id, askedAt: now })
      .onConflictDoNothing()
      .returning({ bookingId: consentsAskedAgain.bookingId });
    if (made) await note(tx, coach, "agreements.asked_again", { type: "booking", id: bookingId });
  });
}

/** It was ticked by mistake. */
export async function undoAskingAgain(coach: CoachViewer, bookingId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    await demandOwnDay(tx, coach, bookingId, now);
    const [gone] = await tx
      .delete(consentsAskedAgain)
      .where(and(eq(consentsAskedAgain.bookingId, bookingId), eq(consentsAskedAgain.coachId, coach.id)))
      .returning({ bookingId: consentsAskedAgain.bookingId });
    if (gone) await note(tx, coach, "agreements.not_asked_again", { type: "booking", id: bookingId });
  });
}

/** When it was asked again. Undefined: it was not, or it is not theirs. */
export function findAskedAgain(coach: CoachViewer, bookingId: string): Promise<number | undefined> {
  return asViewer(coach, async (tx) => {
    const [row] = await tx
      .select({ askedAt: consentsAskedAgain.askedAt })
      .from(consentsAskedAgain)
      .where(and(eq(consentsAskedAgain.bookingId, bookingId), eq(consentsAskedAgain.coachId, coach.id)));
    return row?.askedAt;
  });
}

/** Whether it is the day of this session, on this clock, and the session is on. */
export function isItsDay(
  { status, during }: { status: string; during: { start: number } },
  zone: string,
  now: number,
): boolean {
  const isOn = status === "confirmed" || status === "completed";
  return isOn && dateIn(during.start, zone) === dateIn(now, zone);
}

async function demandOwnDay(tx: Tx, coach: CoachViewer, bookingId: string, now: number): Promise<void> {
  const [booking] = await tx
    .select({ status: bookings.status, during: bookings.during, zone: coaches.zone })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coaches, eq(coaches.id, bookings.coachId))
    .where(and(eq(bookings.id, bookingId), eq(bookings.coachId, coach.id), eq(sessionTypes.kind, "guidance")))
    .for("update", { of: bookings });
  if (!booking) throw new NotFound();
  if (!isItsDay(booking, booking.zone, now))
    throw new Refusal("This is noted on the day itself, and only then.", { code: "not_the_day" });
}
