import { and, asc, inArray, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings, sessionTypes } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

type Between = { from: number; until: number; now: number };

/**
 * What the coach's calendar shows between two instants: sessions with who comes, in order, cancelled ones too; times
 * that their other calendars keep; and whether those calendars could be read. No more is read for a longer book.
 */
export async function findCalendar(coach: CoachViewer, { from, until, now }: Between) {
  const span = rangeOf(from, until);
  return asViewer(coach, async (tx) => {
    const people = await listPeople(tx, span);
    const rows = await tx
      .select({
        id: bookings.id,
        status: bookings.status,
        during: bookings.during,
        bookedZone: bookings.bookedZone,
        holdExpires: bookings.holdExpires,
        heldName: bookings.heldName,
        kind: sessionTypes.kind,
        typeName: sessionTypes.name,
        nextDayLimit: sessionTypes.nextDayLimit,
        isProposal: sql<boolean>`${bookings.proposedFor} is not null`,
      })
      .from(bookings)
      .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
      .where(and(inArray(bookings.id, [...people.keys()]), visibleTo(coach), isShown(now)))
      .orderBy(asc(sql`lower(${bookings.during})`));
    return { entries: rows.map((row) => ({ ...row, attendees: people.get(row.id) ?? [] })), busy: [], feeds: [] };
  });
}
export type CalendarEntry = Awaited<ReturnType<typeof findCalendar>>["entries"][number];
