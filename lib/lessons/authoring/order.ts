import { asc, eq, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { lessons } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { Refusal } from "#lib/refusal.ts";
import { lockCourse } from "./courses.ts";
import type { OrderLessonsInput } from "./input.ts";

/** Puts the lessons of a course in another order. Refused where it is not the order any more that was looked at. */
export async function orderLessons(
  coach: CoachViewer,
  courseId: string,
  { order, seen }: OrderLessonsInput,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    await lockCourse(tx, courseId);
    const now = await tx
      .select({ id: lessons.id })
      .from(lessons)
      .where(eq(lessons.courseId, courseId))
      .orderBy(asc(lessons.position), asc(lessons.id));
    const current = now.map(({ id }) => id);
    if (!isSame(current, seen)) throw orderedElsewhere(current);
    if (isSame(current, order)) return;
    if (!isSame([...current].sort(), [...order].sort())) throw orderedElsewhere(current);
    await tx.execute(sql`update lessons set position = place.at - 1
      from jsonb_array_elements_text(${JSON.stringify(order)}::jsonb) with ordinality as place(id, at)
      where lessons.course_id = ${courseId} and lessons.id = place.id::uuid`);
    await note(tx, coach, "course.ordered", { type: "course", id: courseId });
  });
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

function orderedElsewhere(order: string[]): Refusal {
  return new Refusal(
    "Somebody else changed this list meanwhile. You see it now as they left it. Nothing of yours was mixed in.",
    { code: "ordered_elsewhere", offer: { order } },
  );
}
