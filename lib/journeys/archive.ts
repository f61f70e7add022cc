import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { journeys } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

/**
 * Keeps a journey out of its coach's way, or takes it up again. Nothing ends by that, so a session that lies ahead is no
 * reason against it: it stays in the book. Asking for what is so already changes nothing.
 */
export async function archiveJourney(
  coach: CoachViewer,
  journeyId: string,
  archived: boolean,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const isOwn = and(eq(journeys.id, journeyId), eq(journeys.coachId, coach.id));
    const changed = await tx
      .update(journeys)
      .set({ archivedAt: archived ? now : null })
      .where(and(isOwn, archived ? isNull(journeys.archivedAt) : isNotNull(journeys.archivedAt)))
      .returning({ id: journeys.id });
    if (changed.length > 0) {
      const action = archived ? "journey.archived" : "journey.listed";
      return note(tx, coach, action, { type: "journey", id: journeyId });
    }
    const [known] = await tx.select({ id: journeys.id }).from(journeys).where(isOwn);
    if (!known) throw new NotFound();
  });
}
