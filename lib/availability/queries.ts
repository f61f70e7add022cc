import { asc, eq, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { coaches, meetingLinks, sessionTypes, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { clockOf } from "#lib/availability/hours.ts";
import { hoursOfKind, type KindHours, type TimeOff } from "#lib/availability/hours-of-kind.ts";

export const typeColumns = {
  id: sessionTypes.id,
  coachId: sessionTypes.coachId,
  kind: sessionTypes.kind,
  name: sessionTypes.name,
  summary: sessionTypes.summary,
  minutes: sessionTypes.minutes,
  before: sessionTypes.before,
  after: sessionTypes.after,
  step: sessionTypes.step,
  notice: sessionTypes.notice,
  horizonDays: sessionTypes.horizonDays,
  cutOff: sessionTypes.cutOff,
  mode: sessionTypes.mode,
  openTo: sessionTypes.openTo,
  dailyLimit: sessionTypes.dailyLimit,
  weeklyLimit: sessionTypes.weeklyLimit,
  nextDayLimit: sessionTypes.nextDayLimit,
  place: sessionTypes.place,
  offered: sessionTypes.offered,
};

/** A kind of session with its coach's opening hours, as the slot engine wants them. */
export async function findSchedule(tx: Tx, typeId: string) {
  const [found] = await tx
    .select({ ...typeColumns, coachZone: coaches.zone, coachName: users.displayName, ...hoursFrom() })
    .from(sessionTypes)
    .innerJoin(coaches, eq(coaches.id, sessionTypes.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(eq(sessionTypes.id, typeId));
  if (!found) return undefined;
  const { weekly, overrides, timeOff, ...type } = found;
  return { type, ...hoursOfKind(type.kind, { weekly: weekly.map(inClockTimes), overrides, timeOff }) };
}
export type Schedule = NonNullable<Awaited<ReturnType<typeof findSchedule>>>;

/** Everything on the coach's page of hours. Overrides from `today` (a local date) on. */
export async function findAvailability(coach: CoachViewer, today: string) {
  return asViewer(coach, async (tx) => {
    const [own] = await tx
      .select({ zone: coaches.zone, ...hoursFrom(today) })
      .from(coaches)
      .where(eq(coaches.id, coach.id));
    if (!own) return undefined;
    const types = await tx
      .select({ ...typeColumns, link: meetingLinks.link })
      .from(sessionTypes)
      .leftJoin(meetingLinks, eq(meetingLinks.typeId, sessionTypes.id))
      .where(eq(sessionTypes.coachId, coach.id))
      .orderBy(asc(sessionTypes.position));
    const { zone, weekly, overrides, timeOff } = own;
    return { zone, weeklyHours: weekly.map(inClockTimes), dateOverrides: overrides, timeOff, types };
  });
}

type WeeklyRow = { weekday: number; fromMinute: number; toMinute: number; kinds: string[] | null };
type Override = { date: string; hours: KindHours[] };

/** What a row of `coaches` says of opening hours, each in one column: times are listed often, and trips cost more than rows. */
function hoursFrom(date = "2000-01-01") {
  return {
    weekly: sql<WeeklyRow[]>`(
      select coalesce(json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute,
        'toMinute', to_minute, 'kinds', kinds) order by weekday, from_minute), '[]')
      from weekly_hours where coach_id = coaches.id)`,
    overrides: sql<Override[]>`(
      select coalesce(json_agg(json_build_object('date', date, 'hours', hours) order by date), '[]')
      from date_overrides where coach_id = coaches.id and date >= ${date})`,
    timeOff: sql<(TimeOff & { id: string })[]>`(
      select coalesce(json_agg(json_build_object('id', id, 'fromDate', from_date, 'toDate', to_date)
        order by from_date), '[]')
      from time_off where coach_id = coaches.id and to_date >= ${date})`,
  };
}

function inClockTimes({ weekday, fromMinute, toMinute, kinds }: WeeklyRow) {
  return { weekday, from: clockOf(fromMinute), to: clockOf(toMinute), ...(kinds && { kinds }) };
}
