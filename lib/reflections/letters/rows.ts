import { and, eq, gt, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import {
  bookingAttendees,
  bookings,
  reflectionShares,
  reflectionTemplates,
  sessionTypes,
  users,
} from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { Asked } from "./due.ts";

/** Something that is asked of one client, who has shared no answer to it yet. */
export type AskedOne = Asked & {
  bookingId: string;
  clientId: string;
  coachId: string;
  typeId: string;
  isGuidance: boolean;
  zone: string;
};

type Which = { before: SQL | undefined; after: SQL | undefined };

/** What may have come due about now, soonest first. `now` in epoch milliseconds. */
export function listAround(tx: Tx, now: number): Promise<AskedOne[]> {
  const at = (days: number) => sql`${new Date(now + days * 86_400_000).toISOString()}::timestamptz`;
  const start = sql`lower(${bookings.during})`;
  const opens = sql`${start} + ${reflectionTemplates.day} * interval '1 day'`;
  return readAll(tx, now, {
    before: and(gt(start, at(0)), sql`${start} <= ${at(4)}`),
    after: sql`${opens} between ${at(-5)} and ${at(2)}`,
  });
}

/** What is asked of one client beside one session. */
export function readBeside(
  tx: Tx,
  { bookingId, clientId }: { bookingId: string; clientId: string },
  now: number,
): Promise<AskedOne[]> {
  const one = and(eq(bookings.id, bookingId), eq(bookingAttendees.clientId, clientId));
  return readAll(tx, now, { before: one, after: one });
}

async function readAll(tx: Tx, now: number, which: Which): Promise<AskedOne[]> {
  const [before, after] = await together(selectBefore(tx, which.before), selectAfter(tx, which.after, now));
  return [...before, ...after];
}

const shared = {
  bookingId: bookings.id,
  clientId: users.id,
  coachId: bookings.coachId,
  typeId: bookings.typeId,
  during: bookings.during,
  isGuidance: sql<boolean>`${sessionTypes.kind} = 'guidance'`,
  zone: users.zone,
};

async function selectBefore(tx: Tx, where: SQL | undefined): Promise<AskedOne[]> {
  const rows = await tx
    .select({
      ...shared,
      since: sql<number>`extract(epoch from greatest(${bookings.createdAt}, ${bookings.movedAt}, (
        select max(at) from audit_log where subject_type = 'booking' and subject_id = ${bookings.id}
          and action = 'booking.confirmed')))::float8 * 1000`,
    })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(and(where, eq(bookings.status, "confirmed"), nothingShared(tx, "session", sql`null`)))
    .orderBy(sql`lower(${bookings.during})`, bookings.id, users.id);
  return rows.map((row) => ({ ...row, kind: "session", day: null, nextDay: null }));
}

const later = alias(reflectionTemplates, "later");

/** After guidance that was held, and nowhere else. */
async function selectAfter(tx: Tx, where: SQL | undefined, now: number): Promise<AskedOne[]> {
  const { kind, day, archivedAt } = reflectionTemplates;
  const next = tx
    .select({ day: sql`min(${later.day})` })
    .from(later)
    .where(and(eq(later.kind, "check_in"), isNull(later.archivedAt), gt(later.day, day)));
  const rows = await tx
    .select({ ...shared, day, nextDay: sql<number | null>`(${next})` })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .innerJoin(sessionTypes, and(eq(sessionTypes.id, bookings.typeId), eq(sessionTypes.kind, "guidance")))
    .innerJoin(reflectionTemplates, and(eq(kind, "check_in"), isNull(archivedAt)))
    .where(
      and(
        where,
        inArray(bookings.status, ["confirmed", "completed"]),
        sql`upper(${bookings.during}) <= ${new Date(now).toISOString()}::timestamptz`,
        nothingShared(tx, "check_in", sql`${day}`),
      ),
    )
    .orderBy(sql`lower(${bookings.during})`, bookings.id, users.id, day);
  return rows.map((row) => ({ ...row, kind: "check_in", since: 0 }));
}

/** Whoever took back what they shared has answered as well. */
function nothingShared(tx: Tx, kind: "session" | "check_in", day: SQL): SQL {
  const { authorId, bookingId, reader } = reflectionShares;
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(reflectionShares)
      .where(
        and(
          eq(authorId, bookingAttendees.clientId),
          eq(bookingId, bookings.id),
          eq(reflectionShares.kind, kind),
          eq(reader, "coach"),
          sql`${reflectionShares.day} is not distinct from ${day}`,
        ),
      ),
  );
}
