import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes } from "#db/schema/index.ts";
import type { Two } from "#lib/journeys/between.ts";
import { dateIn } from "#lib/time/words.ts";

const day = 86_400_000;

/** How long after the day, or after it was written where no day is fixed. */
export const keptAfterDay = 30 * day;
export const keptWithoutDay = 90 * day;

/** Until when a plan is kept that serves the last of these days, the end of one. Null: no day is fixed. */
export function keptUntilOf(lastEnd: number | null): string | null {
  return lastEnd === null ? null : dateIn(lastEnd + keptAfterDay, "UTC");
}

/** When the last day of guidance that these two have from `since` on is over. */
export async function findLastEnd(tx: Tx, { clientId, coachId }: Two, since: number): Promise<number | null> {
  const [row] = await tx
    .select({ end: sql<string | null>`max(upper(${bookings.during}))` })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.coachId, coachId),
        eq(bookingAttendees.clientId, clientId),
        eq(sessionTypes.kind, "guidance"),
        inArray(bookings.status, ["requested", "confirmed", "completed"]),
        sql`upper(${bookings.during}) > ${new Date(since).toISOString()}`,
      ),
    );
  return row?.end ? new Date(row.end).getTime() : null;
}
