import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings, sessionTypes } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { readBook } from "#lib/bookings/coach-book.ts";
import { readMyBook } from "#lib/bookings/my-book.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

/** Epoch milliseconds, `[start, end)`. */
type Stretch = { start: number; end: number };

/**
 * What a coach's calendar shows of a stretch of time: sessions with who comes, cancelled ones too; and of what lies
 * `around` it, when somebody comes and when other calendars keep the coach busy.
 */
export async function findCalendar(coach: CoachViewer, shown: Stretch, around: Stretch, now: number) {
  return asViewer(coach, (tx) => readCalendar(tx, coach, shown, around, now));
}

/** The same within a transaction of the coach's. A longer book takes no longer to read. */
export async function readCalendar(tx: Tx, coach: CoachViewer, shown: Stretch, around: Stretch, now: number) {
  const entries = await listEntries(tx, coach, shown, now);
  const { book, busy } = await readBook(tx, coach.id, around, now);
  return { entries, busy: joined(busy), booked: book.map(({ during }) => during) };
}

async function listEntries(tx: Tx, coach: CoachViewer, shown: Stretch, now: number) {
  const people = await readMyBook(tx, shown);
  const isHeld = and(
    eq(bookings.status, "held"),
    sql`${bookings.holdExpires} > ${new Date(now).toISOString()}`,
  );
  const rows = await tx
    .select({
      id: bookings.id,
      status: bookings.status,
      during: bookings.during,
      bookedZone: bookings.bookedZone,
      holdExpires: bookings.holdExpires,
      heldName: bookings.heldName,
      proposedFor: bookings.proposedFor,
      arcId: bookings.arcId,
      kind: sessionTypes.kind,
      typeName: sessionTypes.name,
      nextDayLimit: sessionTypes.nextDayLimit,
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(
      and(
        inArray(bookings.id, [...people.keys()]),
        visibleTo(coach),
        or(inArray(bookings.status, [...seen]), isHeld),
      ),
    )
    .orderBy(asc(sql`lower(${bookings.during})`));
  return rows.map((row) => ({ ...row, attendees: people.get(row.id) ?? [] }));
}

const seen = ["requested", "confirmed", "completed", "no_show", "cancelled"] as const;
export type CalendarEntry = Awaited<ReturnType<typeof listEntries>>[number];

// Two calendars often keep the same time.
function joined(busy: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of busy.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
