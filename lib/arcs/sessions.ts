import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, coaches, sessionTypes, users } from "#db/schema/index.ts";
import type { Step } from "#lib/arcs/rules.ts";

const columns = {
  id: bookings.id,
  coachId: bookings.coachId,
  step: sql<Step>`${bookings.arcStep}`,
  status: bookings.status,
  during: bookings.during,
  occupied: bookings.occupied,
  movedFrom: bookings.movedFrom,
  zone: bookings.bookedZone,
  icsUid: bookings.icsUid,
  icsSequence: bookings.icsSequence,
  typeId: bookings.typeId,
  typeName: sessionTypes.name,
  kind: sessionTypes.kind,
  minutes: sessionTypes.minutes,
  cutOff: sessionTypes.cutOff,
  nextDayLimit: sessionTypes.nextDayLimit,
  place: sessionTypes.place,
  coachName: users.displayName,
  coachZone: coaches.zone,
};

/** All sessions of an arc, those that are off too, in the order of their times. */
export function selectSessions(tx: Tx, arcId: string) {
  return tx
    .select(columns)
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coaches, eq(coaches.id, bookings.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(eq(bookings.arcId, arcId))
    .orderBy(asc(sql`lower(${bookings.during})`));
}
export type ArcSession = Awaited<ReturnType<typeof selectSessions>>[number];

/** The same, locked until the transaction ends. Whoever calls has taken the coach's turn. */
export function lockSessions(tx: Tx, arcId: string): Promise<ArcSession[]> {
  return selectSessions(tx, arcId).for("update", { of: bookings });
}

/** Whether it still stands in the book. */
export function isLive({ status }: { status: string }): boolean {
  return status === "requested" || status === "confirmed" || status === "completed" || status === "no_show";
}
