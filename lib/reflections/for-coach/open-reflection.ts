import { and, eq, isNull, sql } from "drizzle-orm";
import { asViewer, stepAsSystem } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { selectShown } from "./shown.ts";

/** The coach begins to read what a client shows them. From now on its author sees that it was opened. */
export async function openReflection(coach: CoachViewer, shareId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    const [shown] = await selectShown(tx, coach, eq(reflectionShares.id, shareId));
    if (!shown) throw new NotFound();
    if (shown.openedAt !== null) return;
    // When something was opened is nobody's to write but the portal's.
    const opened = await stepAsSystem(tx, "a coach opens what is shown to them", () =>
      tx
        .update(reflectionShares)
        .set({ openedAt: now })
        .where(
          and(
            eq(reflectionShares.id, shareId),
            eq(reflectionShares.readerId, coach.id),
            isNull(reflectionShares.openedAt),
            isNull(reflectionShares.withdrawnAt),
            sql`${reflectionShares.readableFrom} <= now()`,
          ),
        ),
    );
    if (opened.count > 0)
      return note(tx, coach, "reflection.read", { type: "reflection_share", id: shareId });
    // It was opened in another window meanwhile, or taken back.
    const [still] = await selectShown(tx, coach, eq(reflectionShares.id, shareId));
    if (!still) throw new NotFound();
  });
}
