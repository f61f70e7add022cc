import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { readScreeningsOf, type ScreeningStanding } from "./standing.ts";

export type AskedOfHealth = { coach: { id: string; name: string }; standing: ScreeningStanding };

/** The coaches with whom a day of guidance is asked for or fixed, and to whom this client has yet to say how they are. */
export async function listAskedOfHealth(client: ClientViewer, now: number): Promise<AskedOfHealth[]> {
  return asViewer(client, async (tx) => {
    const coaches = await tx
      .selectDistinctOn([users.id], { id: users.id, name: users.displayName })
      .from(bookings)
      .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
      .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
      .innerJoin(users, eq(users.id, bookings.coachId))
      .where(
        and(
          eq(bookingAttendees.clientId, client.id),
          isNull(bookings.cancelledAt),
          inArray(bookings.status, ["requested", "confirmed"]),
          eq(sessionTypes.kind, "guidance"),
          sql`lower(${bookings.during}) > ${new Date(now).toISOString()}`,
        ),
      );
    const coachIds = coaches.map(({ id }) => id);
    const standings = await readScreeningsOf(tx, { clientId: client.id, coachIds }, now);
    return coaches.flatMap((coach) => {
      const standing = standings.get(coach.id);
      const isAsked = standing?.state === "not_started" || standing?.state === "expired";
      return standing && isAsked ? [{ coach, standing }] : [];
    });
  });
}
