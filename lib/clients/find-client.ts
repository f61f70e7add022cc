import { and, asc, eq, exists, inArray, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookingAttendees, bookings, journeyMembers, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";

/** One of a coach's own clients, now or before, and when they meet next. Undefined: not there, or not theirs. */
export async function findClient(coach: CoachViewer, clientId: string, now: number) {
  return asViewer(coach, async (tx) => {
    const isOwn = exists(
      tx
        .select({ one: sql`1` })
        .from(journeyMembers)
        .where(and(eq(journeyMembers.clientId, users.id), eq(journeyMembers.coachId, coach.id))),
    );
    const [[client], [next]] = await together(
      tx
        .select({ id: users.id, name: users.displayName, zone: users.zone, failsSince: users.mailFailsSince })
        .from(users)
        .where(and(eq(users.id, clientId), eq(users.role, "client"), isOwn))
        .execute(),
      tx
        .select({
          id: bookings.id,
          during: bookings.during,
          status: bookings.status,
        })
        .from(bookings)
        .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
        .where(
          and(
            eq(bookings.coachId, coach.id),
            eq(bookingAttendees.clientId, clientId),
            inArray(bookings.status, ["requested", "confirmed"]),
            sql`lower(${bookings.during}) > ${new Date(now).toISOString()}`,
          ),
        )
        .orderBy(asc(bookings.during), asc(bookings.id))
        .limit(1)
        .execute(),
    );
    if (!client) return undefined;
    return {
      ...client,
      next: next && { id: next.id, start: next.during.start, isAskedFor: next.status === "requested" },
    };
  });
}
