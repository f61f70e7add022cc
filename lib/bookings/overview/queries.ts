import { and, asc, eq, gt, gte, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, coaches, mailPreferences, messages, users } from "#db/schema/index.ts";
import { overviewDue } from "#lib/bookings/overview/due.ts";
import { daysSpan } from "#lib/bookings/rules.ts";
import { usualHabits } from "#lib/mail/habits.ts";

type Due = NonNullable<ReturnType<typeof overviewDue>>;

/** A coach whose overview is due, and the name by which it is planned once. */
export type DueOverview = Due & { coachId: string; zone: string; dedupe: string };

/** The coaches whose overview is due and not planned yet. */
export async function listDueOverviews(tx: Tx, now: number): Promise<DueOverview[]> {
  const rows = await tx
    .select({
      coachId: coaches.id,
      zone: coaches.zone,
      overviewAt: sql<number>`coalesce(${mailPreferences.overviewAt}, ${usualHabits.overviewAt})`,
    })
    .from(coaches)
    .innerJoin(users, eq(users.id, coaches.id))
    .leftJoin(mailPreferences, eq(mailPreferences.userId, coaches.id))
    .where(
      and(
        isNull(users.disabledAt),
        sql`coalesce(${mailPreferences.overview}, ${usualHabits.wants.overview})`,
      ),
    )
    .orderBy(coaches.id);
  const due: DueOverview[] = [];
  for (const { coachId, zone, overviewAt } of rows) {
    const today = overviewDue({ zone, overviewAt }, now);
    const dedupe = `overview:${coachId}:${today?.date}`;
    if (today && (await tx.$count(messages, eq(messages.dedupe, dedupe))) === 0)
      due.push({ ...today, coachId, zone, dedupe });
  }
  return due;
}

/** What a coach's day brings: who comes, and what waits for an answer, each in the order of their times. */
export async function findDay(tx: Tx, { coachId, date, zone }: DueOverview, now: number) {
  const day = daysSpan(date, 1, zone);
  const isToday = and(
    eq(bookings.status, "confirmed"),
    gte(start, iso(day.start)),
    lt(start, iso(day.end)),
    gt(sql`upper(${bookings.during})`, iso(now)),
  );
  const isDay = or(isNull(bookings.arcStep), eq(bookings.arcStep, "guidance"));
  const waits = and(eq(bookings.status, "requested"), gte(start, iso(now)), isDay);
  const entries = await tx
    .select({
      isAsked: sql<boolean>`bookings.status = 'requested'`,
      during: bookings.during,
      madeAt: bookings.createdAt,
      movedAt: bookings.movedAt,
      people: sql<{ name: string }[]>`(
        select coalesce(json_agg(json_build_object('name', u.display_name) order by u.display_name), '[]')
        from booking_attendees a join users u on u.id = a.client_id where a.booking_id = bookings.id)`,
      /** When it is let go without an answer: what was asked for together goes with the first of it. */
      until: sql<number>`(
        select extract(epoch from min(lower(o.during)))::float8 * 1000 from bookings o
        where o.id = bookings.id or (o.arc_id = bookings.arc_id and o.status = 'requested'))`,
    })
    .from(bookings)
    .where(and(eq(bookings.coachId, coachId), or(isToday, waits)))
    .orderBy(asc(start));
  return {
    sessions: entries.filter(({ isAsked }) => !isAsked),
    requests: entries.filter(({ isAsked }) => isAsked),
  };
}

const start = sql`lower(${bookings.during})`;

const iso = (ms: number) => new Date(ms).toISOString();
