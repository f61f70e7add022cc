import type { z } from "zod";
import { asViewer } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { acrossClockChange } from "#lib/availability/across-clock-change.ts";
import type { previewInput } from "#lib/availability/input.ts";
import { findSchedule } from "#lib/availability/queries.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { isZone } from "#lib/time/zones.ts";

/** What a client in that zone finds on one weekday of the coach, across the next clock change of either place. */
export async function previewClockChange(
  coach: CoachViewer,
  { type: typeId, zone, weekday }: z.output<typeof previewInput>,
  now: number,
) {
  if (!isZone(zone))
    throw new Refusal("We do not know that time zone. Please choose another.", {
      field: "zone",
      status: 422,
    });
  const schedule = await asViewer(coach, (tx) => findSchedule(tx, typeId));
  if (schedule?.type.coachId !== coach.id) throw new NotFound();
  return { zone, step: schedule.type.step, parts: acrossClockChange(schedule, { zone, weekday }, now) };
}
export type Preview = Awaited<ReturnType<typeof previewClockChange>>;
