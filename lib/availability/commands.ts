import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { asViewer, type Tx } from "#db/client.ts";
import { coaches, dateOverrides, sessionTypes, weeklyHours } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { minuteOf } from "#lib/availability/hours.ts";
import type { dateOverrideInput, sessionTypeInput, WeeklyHoursInput } from "#lib/availability/input.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { isZone } from "#lib/time/zones.ts";

/** Replaces the whole week, and the zone that its clock times are read in. Sessions already booked stay. */
export async function saveWeeklyHours(coach: CoachViewer, { zone, days }: WeeklyHoursInput): Promise<void> {
  if (!isZone(zone))
    throw new Refusal("Please choose a time zone from the list.", {
      field: "zone",
    });
  const rows = days.flatMap(({ weekday, hours }) =>
    hours.map(({ from, to }) => ({
      coachId: coach.id,
      weekday,
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
    })),
  );
  await asViewer(coach, async (tx) => {
    await lockCoach(tx, coach);
    await tx.update(coaches).set({ zone }).where(eq(coaches.id, coach.id));
    await tx.delete(weeklyHours).where(eq(weeklyHours.coachId, coach.id));
    if (rows.length > 0) await tx.insert(weeklyHours).values(rows);
    await note(tx, coach, "availability.weekly_hours_saved", {
      type: "coach",
      id: coach.id,
    });
  });
}

/** Sets one local date's hours in place of the week's. No hours: closed. */
export async function saveDateOverride(
  coach: CoachViewer,
  { date, hours }: z.output<typeof dateOverrideInput>,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    await tx
      .insert(dateOverrides)
      .values({ coachId: coach.id, date, hours })
      .onConflictDoUpdate({
        target: [dateOverrides.coachId, dateOverrides.date],
        set: { hours },
      });
    await note(tx, coach, "availability.date_saved", { type: "coach", id: coach.id }, { date });
  });
}

/** The date goes back to its weekday's hours. */
export async function removeDateOverride(coach: CoachViewer, date: string): Promise<void> {
  await asViewer(coach, async (tx) => {
    await tx
      .delete(dateOverrides)
      .where(and(eq(dateOverrides.coachId, coach.id), eq(dateOverrides.date, date)));
    await note(tx, coach, "availability.date_removed", { type: "coach", id: coach.id }, { date });
  });
}

/** Changes what a kind of session takes and when it may be booked. Sessions already booked keep their times. */
export async function saveSessionType(
  coach: CoachViewer,
  input: z.output<typeof sessionTypeInput>,
): Promise<void> {
  const { typeId, noticeHours, ...lengths } = input;
  await asViewer(coach, async (tx) => {
    const changed = await tx
      .update(sessionTypes)
      .set({ ...lengths, notice: Math.round(noticeHours * 60) })
      .where(and(eq(sessionTypes.id, typeId), eq(sessionTypes.coachId, coach.id)))
      .returning({ id: sessionTypes.id });
    if (changed.length === 0) throw new NotFound();
    await note(tx, coach, "availability.session_type_saved", {
      type: "session_type",
      id: typeId,
    });
  });
}

// Two saves at once would otherwise leave the hours of both.
async function lockCoach(tx: Tx, coach: CoachViewer): Promise<void> {
  await tx.select({ id: coaches.id }).from(coaches).where(eq(coaches.id, coach.id)).for("update");
}
