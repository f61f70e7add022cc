import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, coaches, sessionTypes, users } from "#db/schema/index.ts";
import type { Step } from "#lib/arcs/rules.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { takeTurn } from "#lib/bookings/turns.ts";
import { NotFound } from "#lib/refusal.ts";

const columns = {
  id: bookings.id,
  step: sql<Step>`${bookings.arcStep}`,
  status: bookings.status,
  during: bookings.during,
  occupied: bookings.occupied,
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

export type Arc = { id: string; coachId: string; journeyId: string; sessions: ArcSession[] };

/** The arc that a session belongs to, if it does. Throws NotFound when the session is not there or not theirs. */
export async function findArcOf(tx: Tx, viewer: Viewer, bookingId: string): Promise<Arc | undefined> {
  const head = await findHead(tx, viewer, bookingId);
  return head && { ...head, sessions: await selectSessions(tx, head.id) };
}

/** The same for changing it: the coach's turn is taken first, then the rows. */
export async function lockArcOf(tx: Tx, viewer: Viewer, bookingId: string): Promise<Arc | undefined> {
  const head = await findHead(tx, viewer, bookingId);
  if (!head) return undefined;
  await takeTurn(tx, head.coachId);
  return { ...head, sessions: await selectSessions(tx, head.id).for("update", { of: bookings }) };
}

async function findHead(tx: Tx, viewer: Viewer, bookingId: string) {
  const [head] = await tx
    .select({ id: bookings.arcId, coachId: bookings.coachId, journeyId: bookings.journeyId })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
  if (!head) throw new NotFound();
  const { id, coachId, journeyId } = head;
  return id && journeyId ? { id, coachId, journeyId } : undefined;
}

/** Whether it still stands in the book. */
export function isLive({ status }: { status: string }): boolean {
  return status === "requested" || status === "confirmed" || status === "completed" || status === "no_show";
}

/** Whether the whole arc waits for the coach's answer. */
export function isAsked({ sessions }: { sessions: readonly { status: string }[] }): boolean {
  return sessions.some(({ status }) => status === "requested");
}
