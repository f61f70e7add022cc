import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { asViewer } from "#db/client.ts";
import { dateOverrides } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { dateOverrideInput } from "#lib/availability/input.ts";

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
