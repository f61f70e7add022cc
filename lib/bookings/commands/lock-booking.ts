import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, sessionTypes } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { takeTurn } from "#lib/bookings/turns.ts";
import { NotFound } from "#lib/refusal.ts";

/** A booking of this person's, locked until the transaction ends. Throws NotFound where it is not theirs. */
export async function lockBooking(tx: Tx, viewer: Viewer, bookingId: string) {
  const [booking] = await tx
    .select({
      id: bookings.id,
      coachId: bookings.coachId,
      journeyId: bookings.journeyId,
      typeId: bookings.typeId,
      status: bookings.status,
      during: bookings.during,
      occupied: bookings.occupied,
      zone: bookings.bookedZone,
      arcId: bookings.arcId,
      arcStep: bookings.arcStep,
      outsideRules: bookings.outsideRules,
      late: bookings.late,
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
export type LockedBooking = Awaited<ReturnType<typeof lockBooking>>;

/** The same after taking the turn in its coach's book: the turn always comes before the row. */
export async function lockInTurn(tx: Tx, viewer: Viewer, bookingId: string): Promise<LockedBooking> {
  const [found] = await tx
    .select({ coachId: bookings.coachId })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
  if (!found) throw new NotFound();
  await takeTurn(tx, found.coachId);
  return lockBooking(tx, viewer, bookingId);
}
