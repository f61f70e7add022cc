import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, mailPreferences, users } from "#db/schema/index.ts";
import { type Reminder, reminderDue } from "#lib/bookings/reminders/due.ts";
import { usualHabits } from "#lib/mail/habits.ts";

/** Somebody's reminder of a meeting, under the name by which it is planned once. */
export type DueReminder = {
  bookingId: string;
  personId: string;
  start: number;
  which: Reminder;
  dedupe: string;
};

// The earliest that a first reminder may come: a week, the quiet hours before it, and a change of the clocks.
const farthest = 8.5 * 86_400_000;

/** The reminders that are due and not planned yet, soonest meeting first. */
export async function listDueReminders(tx: Tx, now: number): Promise<DueReminder[]> {
  const due = (await listAhead(tx, now)).flatMap(({ bookingId, personId, during: { start }, ...one }) => {
    const since = Math.max(one.madeAt.getTime(), one.movedAt ?? 0, one.confirmedAt ?? 0);
    const which = reminderDue({ start, since }, one, now);
    if (!which) return [];
    const dedupe = `reminder:${bookingId}:${which}:${start}:${personId}`;
    return [{ bookingId, personId, start, which, dedupe }];
  });
  const planned = await tx.execute<{ dedupe: string }>(sql`
    select dedupe from messages
    where dedupe in (select jsonb_array_elements_text(${JSON.stringify(due.map(({ dedupe }) => dedupe))}::jsonb))`);
  const known = new Set(planned.map(({ dedupe }) => dedupe));
  return due.filter(({ dedupe }) => !known.has(dedupe));
}

function listAhead(tx: Tx, now: number) {
  const start = sql`lower(${bookings.during})`;
  return tx
    .select({
      bookingId: bookings.id,
      personId: users.id,
      during: bookings.during,
      zone: users.zone,
      madeAt: bookings.createdAt,
      movedAt: bookings.movedAt,
      confirmedAt: sql<number | null>`(
        select extract(epoch from max(at))::float8 * 1000 from audit_log
        where subject_type = 'booking' and subject_id = ${bookings.id} and action = 'booking.confirmed')`,
      firstReminder: chosen(mailPreferences.firstReminder, usualHabits.firstReminder),
      lastReminder: chosen(mailPreferences.lastReminder, usualHabits.lastReminder),
      quietFrom: chosen(mailPreferences.quietFrom, usualHabits.quietFrom),
      quietUntil: chosen(mailPreferences.quietUntil, usualHabits.quietUntil),
    })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .leftJoin(mailPreferences, eq(mailPreferences.userId, users.id))
    .where(
      and(
        eq(bookings.status, "confirmed"),
        chosen(mailPreferences.reminders, usualHabits.wants.reminders),
        gt(start, new Date(now).toISOString()),
        lte(start, new Date(now + farthest).toISOString()),
      ),
    )
    .orderBy(start, bookings.id, users.id);
}

function chosen<Value>(column: PgColumn, usual: Value) {
  return sql<Value>`coalesce(${column}, ${usual})`;
}
