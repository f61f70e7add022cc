import { and, eq, ne } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { busyFeeds, coaches, weeklyHours } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { minuteOf } from "#lib/availability/hours.ts";
import type { WeeklyHoursInput } from "#lib/availability/input.ts";
import { Refusal } from "#lib/refusal.ts";
import { isZone } from "#lib/time/zones.ts";

/** Replaces the whole week, and the zone that its clock times are read in. Sessions already booked stay. */
export async function saveWeeklyHours(coach: CoachViewer, { zone, days }: WeeklyHoursInput): Promise<void> {
  if (!isZone(zone))
    throw new Refusal("Please choose a time zone from the list.", {
      field: "zone",
    });
  const rows = days.flatMap(({ weekday, hours }) =>
    hours.map(({ from, to, kinds }) => ({
      coachId: coach.id,
      weekday,
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
      kinds,
    })),
  );
  await asViewer(coach, async (tx) => {
    await lockCoach(tx, coach);
    const moved = await tx
      .update(coaches)
      .set({ zone })
      .where(and(eq(coaches.id, coach.id), ne(coaches.zone, zone)))
      .returning({ id: coaches.id });
    // Whole days of their other calendars are days of another zone now, so these are read again at once.
    if (moved.length > 0)
      await tx.update(busyFeeds).set({ checkedAt: null }).where(eq(busyFeeds.coachId, coach.id));
    await tx.delete(weeklyHours).where(eq(weeklyHours.coachId, coach.id));
    if (rows.length > 0) await tx.insert(weeklyHours).values(rows);
    await note(tx, coach, "availability.weekly_hours_saved", {
      type: "coach",
      id: coach.id,
    });
  });
}

// Two saves at once would otherwise leave the hours of both.
async function lockCoach(tx: Tx, coach: CoachViewer): Promise<void> {
  await tx.select({ id: coaches.id }).from(coaches).where(eq(coaches.id, coach.id)).for("update");
}
