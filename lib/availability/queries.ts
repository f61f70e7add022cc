import { and, asc, eq, gte } from "drizzle-orm";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import {
  coaches,
  dateOverrides,
  meetingLinks,
  sessionTypes,
  timeOff,
  users,
  weeklyHours,
} from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { clockOf } from "#lib/availability/hours.ts";
import { hoursOfKind } from "#lib/availability/hours-of-kind.ts";

const typeColumns = {
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

/** The kinds of session that visitors may choose from, in the coach's order. */
export async function listOfferedTypes() {
  return asSystem("the kinds of session are public", (tx) =>
    tx
      .select({
        ...typeColumns,
        coachName: users.displayName,
        coachZone: coaches.zone,
        feeSentence: coaches.feeSentence,
      })
      .from(sessionTypes)
      .innerJoin(coaches, eq(coaches.id, sessionTypes.coachId))
      .innerJoin(users, eq(users.id, coaches.id))
      .where(eq(sessionTypes.offered, true))
      .orderBy(asc(sessionTypes.position), asc(sessionTypes.name)),
  );
}
export type OfferedType = Awaited<ReturnType<typeof listOfferedTypes>>[number];

/** A kind of session with its coach's opening hours, as the slot engine wants them. */
export async function findSchedule(tx: Tx, typeId: string) {
  const [type] = await tx
    .select({
      ...typeColumns,
      coachZone: coaches.zone,
      coachName: users.displayName,
    })
    .from(sessionTypes)
    .innerJoin(coaches, eq(coaches.id, sessionTypes.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(eq(sessionTypes.id, typeId));
  if (!type) return undefined;
  return { type, ...hoursOfKind(type.kind, await readHours(tx, type.coachId)) };
}
export type Schedule = NonNullable<Awaited<ReturnType<typeof findSchedule>>>;

/** Everything on the coach's page of hours. Overrides from `today` (a local date) on. */
export async function findAvailability(coach: CoachViewer, today: string) {
  return asViewer(coach, async (tx) => {
    const [own] = await tx.select({ zone: coaches.zone }).from(coaches).where(eq(coaches.id, coach.id));
    if (!own) return undefined;
    const types = await tx
      .select({ ...typeColumns, link: meetingLinks.link })
      .from(sessionTypes)
      .leftJoin(meetingLinks, eq(meetingLinks.typeId, sessionTypes.id))
      .where(eq(sessionTypes.coachId, coach.id))
      .orderBy(asc(sessionTypes.position));
    const { weekly, overrides, timeOff } = await readHours(tx, coach.id, today);
    return { zone: own.zone, weeklyHours: weekly, dateOverrides: overrides, timeOff, types };
  });
}

async function readHours(tx: Tx, coachId: string, fromDate = "2000-01-01") {
  const weekly = await tx
    .select({
      weekday: weeklyHours.weekday,
      fromMinute: weeklyHours.fromMinute,
      toMinute: weeklyHours.toMinute,
      kinds: weeklyHours.kinds,
    })
    .from(weeklyHours)
    .where(eq(weeklyHours.coachId, coachId))
    .orderBy(asc(weeklyHours.weekday), asc(weeklyHours.fromMinute));
  const overrides = await tx
    .select({ date: dateOverrides.date, hours: dateOverrides.hours })
    .from(dateOverrides)
    .where(and(eq(dateOverrides.coachId, coachId), gte(dateOverrides.date, fromDate)))
    .orderBy(asc(dateOverrides.date));
  const off = await tx
    .select({ id: timeOff.id, fromDate: timeOff.fromDate, toDate: timeOff.toDate })
    .from(timeOff)
    .where(and(eq(timeOff.coachId, coachId), gte(timeOff.toDate, fromDate)))
    .orderBy(asc(timeOff.fromDate));
  return {
    weekly: weekly.map(({ weekday, fromMinute, toMinute, kinds }) => ({
      weekday,
      from: clockOf(fromMinute),
      to: clockOf(toMinute),
      ...(kinds && { kinds }),
    })),
    overrides,
    timeOff: off,
  };
}
