import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, coaches, journeyMembers, sessionTypes } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

/** A session of this coach's, and who comes, as far as writing about it needs. */
export async function demandSession(tx: Tx, coach: CoachViewer, bookingId: string) {
  const rows = await tx
    .select({
      kind: sessionTypes.kind,
      status: bookings.status,
      during: bookings.during,
      clientId: bookingAttendees.clientId,
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .where(and(eq(bookings.id, bookingId), eq(bookings.coachId, coach.id)))
    .orderBy(asc(bookingAttendees.clientId));
  const [session] = rows;
  if (!session) throw new NotFound();
  const { kind, status, during } = session;
  return { kind, status, during, clientIds: rows.map(({ clientId }) => clientId) };
}

export async function demandOwnClient(tx: Tx, coach: CoachViewer, clientId: string): Promise<void> {
  const [known] = await tx
    .select({ id: journeyMembers.clientId })
    .from(journeyMembers)
    .where(and(eq(journeyMembers.coachId, coach.id), eq(journeyMembers.clientId, clientId)))
    .limit(1);
  if (!known) throw new NotFound();
}

export async function zoneOf(tx: Tx, coach: CoachViewer): Promise<string> {
  const [own] = await tx.select({ zone: coaches.zone }).from(coaches).where(eq(coaches.id, coach.id));
  return own?.zone ?? "UTC";
}
