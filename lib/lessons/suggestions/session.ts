import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

type Span = { start: number; end: number };

/** `still`: their guidance with this coach, round which it is quiet. What they have with others is not told here. */
export type Attendee = { id: string; name: string; zone: string; still: Span[] };

/** A session of this coach's with who comes. Undefined: not there, or not theirs. */
export async function readSession(tx: Tx, coach: CoachViewer, bookingId: string) {
  const [session] = await tx
    .select({ id: bookings.id, during: bookings.during, status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), visibleTo(coach)));
  return session && { ...session, people: await readAttendees(tx, coach, bookingId) };
}

async function readAttendees(tx: Tx, coach: CoachViewer, bookingId: string): Promise<Attendee[]> {
  const people = await tx
    .select({ id: users.id, name: users.displayName, zone: users.zone })
    .from(bookingAttendees)
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .where(eq(bookingAttendees.bookingId, bookingId))
    .orderBy(asc(users.displayName), asc(users.id));
  if (people.length === 0) return [];
  const guidance = await tx
    .select({ clientId: bookingAttendees.clientId, during: bookings.during })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(
      and(
        visibleTo(coach),
        eq(sessionTypes.kind, "guidance"),
        inArray(bookings.status, ["confirmed", "completed"]),
        inArray(
          bookingAttendees.clientId,
          people.map(({ id }) => id),
        ),
      ),
    );
  const stillOf = Map.groupBy(guidance, ({ clientId }) => clientId);
  return people.map((one) => ({ ...one, still: (stillOf.get(one.id) ?? []).map(({ during }) => during) }));
}
