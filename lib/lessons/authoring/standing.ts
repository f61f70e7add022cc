import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessons } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Audience } from "#lib/lessons/course-files.ts";
import { NotFound } from "#lib/refusal.ts";

/** Who finds a lesson, from now on. What anybody wrote in it stays with them. */
export async function setAudience(coach: CoachViewer, lessonId: string, audience: Audience): Promise<void> {
  await change(coach, lessonId, "lesson.audience_set", { audience }, { audience });
}

/** From now on no reader finds it. What they wrote in it stays with them. */
export async function withdrawLesson(coach: CoachViewer, lessonId: string, now: number): Promise<void> {
  await change(coach, lessonId, "lesson.withdrawn", { withdrawnAt: now });
}

/** Readers find it again, as it was published last. */
export async function bringBackLesson(coach: CoachViewer, lessonId: string): Promise<void> {
  await change(coach, lessonId, "lesson.brought_back", { withdrawnAt: null });
}

type Change = { audience: Audience } | { withdrawnAt: number | null };

async function change(
  coach: CoachViewer,
  lessonId: string,
  action: string,
  to: Change,
  meta: Record<string, string> = {},
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const before = await lockLesson(tx, lessonId);
    const isThere =
      "audience" in to ? before.audience === to.audience : before.isWithdrawn === !!to.withdrawnAt;
    if (isThere) return;
    await tx.update(lessons).set(to).where(eq(lessons.id, lessonId));
    await note(tx, coach, action, { type: "lesson", id: lessonId }, meta);
  });
}

export async function lockLesson(tx: Tx, lessonId: string) {
  const [lesson] = await tx
    .select({ audience: lessons.audience, withdrawnAt: lessons.withdrawnAt })
    .from(lessons)
    .where(eq(lessons.id, lessonId))
    .for("update");
  if (!lesson) throw new NotFound();
  return { audience: lesson.audience, isWithdrawn: lesson.withdrawnAt !== null };
}
