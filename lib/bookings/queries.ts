import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, coaches, sessionTypes, users } from "#db/schema/index.ts";
import type { CoachViewer, Viewer } from "#lib/auth/viewer.ts";
import { readMyBook } from "#lib/bookings/my-book.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

const columns = {
  id: bookings.id,
  status: bookings.status,
  during: bookings.during,
  bookedZone: bookings.bookedZone,
  holdExpires: bookings.holdExpires,
  icsUid: bookings.icsUid,
  icsSequence: bookings.icsSequence,
  typeName: sessionTypes.name,
  kind: sessionTypes.kind,
  typeId: bookings.typeId,
  minutes: sessionTypes.minutes,
  place: sessionTypes.place,
  cutOff: sessionTypes.cutOff,
  coachName: users.displayName,
  coachZone: coaches.zone,
  feeSentence: coaches.feeSentence,
  cancelledBy: bookings.cancelledBy,
  cancelledAt: bookings.cancelledAt,
  late: bookings.late,
  counts: bookings.counts,
  movedFrom: bookings.movedFrom,
  movedAt: bookings.movedAt,
  arcId: bookings.arcId,
  arcStep: bookings.arcStep,
  outsideRules: bookings.outsideRules,
  coachId: bookings.coachId,
  journeyId: bookings.journeyId,
  mode: sessionTypes.mode,
};

type Listing = { newestFirst?: boolean; limit?: number };

/** In the order of their times. */
export function selectBookings(
  tx: Tx,
  where: SQL | undefined,
  { newestFirst = false, limit = 500 }: Listing = {},
) {
  const by = newestFirst ? desc : asc;
  return tx
    .select(columns)
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coaches, eq(coaches.id, bookings.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(where)
    .orderBy(by(begins), by(bookings.id))
    .limit(limit);
}

/** When a session begins, in the database's words. */
export const begins = sql`lower(${bookings.during})`;

/** What whoever looks is called, and the zone they read times in. */
export async function findReader(viewer: Viewer) {
  return asViewer(viewer, async (tx) => {
    const [reader] = await tx
      .select({ name: users.displayName, zone: sql<string>`coalesce(${coaches.zone}, ${users.zone})` })
      .from(users)
      .leftJoin(coaches, eq(coaches.id, users.id))
      .where(eq(users.id, viewer.id));
    if (!reader) throw new Error("Whoever looks is not among the people");
    return reader;
  });
}

/** One session with who comes, or undefined: not there, or not theirs. */
export async function findBooking(viewer: Viewer, bookingId: string) {
  return asViewer(viewer, async (tx) => {
    const [booking] = await selectBookings(tx, and(eq(bookings.id, bookingId), visibleTo(viewer)));
    if (!booking) return undefined;
    const heldNames = viewer.role === "coach" ? await listHeldNames(tx, [bookingId]) : undefined;
    return {
      ...booking,
      attendees: (await listAttendees(tx, [bookingId])).get(bookingId) ?? [],
      heldName: heldNames?.get(bookingId),
    };
  });
}
export type FoundBooking = NonNullable<Awaited<ReturnType<typeof findBooking>>>;

/** What stands in the coach's book between two instants: held, asked for, confirmed and done, with who comes. */
export async function listBook(coach: CoachViewer, from: number, until: number, now: number) {
  return asViewer(coach, async (tx) => {
    const during = sql`${bookings.during} && tstzrange(${new Date(from).toISOString()}, ${new Date(until).toISOString()})`;
    const isLive = sql`(${bookings.status} in ('requested', 'confirmed', 'completed', 'no_show')
      or (${bookings.status} = 'held' and ${bookings.holdExpires} > ${new Date(now).toISOString()}))`;
    const attendees = await readMyBook(tx, { start: from, end: until });
    const isThen = inArray(bookings.id, [...attendees.keys()]);
    const rows = await selectBookings(tx, and(visibleTo(coach), isThen, during, isLive));
    const heldNames = await listHeldNames(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({
      ...row,
      attendees: attendees.get(row.id) ?? [],
      heldName: heldNames.get(row.id),
    }));
  });
}
export type BookEntry = Awaited<ReturnType<typeof listBook>>[number];

/** A visitor's hold by its id, which only the page that made it knows. The address is shown in part. */
export async function findHold(holdId: string) {
  return asSystem("the page of a hold", async (tx) => {
    const [hold] = await selectBookings(
      tx,
      and(eq(bookings.id, holdId), inArray(bookings.status, ["held", "expired", "confirmed"])),
    );
    if (!hold) return undefined;
    const [person] = await tx
      .select({ email: bookings.heldEmail })
      .from(bookings)
      .where(eq(bookings.id, holdId));
    return { ...hold, heldEmail: person?.email ?? undefined };
  });
}

/** What visitors called themselves when they chose a time that is held for them. For the coach's book only. */
async function listHeldNames(tx: Tx, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ id: bookings.id, name: bookings.heldName })
    .from(bookings)
    .where(and(inArray(bookings.id, ids), eq(bookings.status, "held")));
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}

async function listAttendees(tx: Tx, ids: string[]) {
  const people = new Map<string, { id: string; name: string; zone: string; hasAgreed: boolean }[]>();
  if (ids.length === 0) return people;
  const rows = await tx
    .select({
      bookingId: bookingAttendees.bookingId,
      id: users.id,
      name: users.displayName,
      zone: users.zone,
      hasAgreed: sql<boolean>`${bookingAttendees.agreedAt} is not null`,
    })
    .from(bookingAttendees)
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .where(inArray(bookingAttendees.bookingId, ids))
    .orderBy(asc(users.displayName));
  for (const { bookingId, ...person } of rows)
    people.set(bookingId, [...(people.get(bookingId) ?? []), person]);
  return people;
}
