import { eq, max } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { courses } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { AddCourseInput, ChangeCourseInput } from "./input.ts";
import { slugFrom, slugsLike } from "./slug.ts";

/** A course that stands after all others. Readers find it once a lesson of it is published. Gives its id. */
export async function addCourse(coach: CoachViewer, words: AddCourseInput): Promise<string> {
  return asViewer(coach, (tx) => insertCourse(tx, coach, words, slugFrom(words.title, "course")));
}

type NewCourse = AddCourseInput & { language?: string };

/** The same inside of another change; of two courses that want the same slug the later one gets a number. */
export async function insertCourse(
  tx: Tx,
  coach: CoachViewer,
  words: NewCourse,
  wanted: string,
): Promise<string> {
  const [last] = await tx.select({ position: max(courses.position) }).from(courses);
  const position = (last?.position ?? -1) + 1;
  for (const slug of slugsLike(wanted)) {
    const [made] = await tx
      .insert(courses)
      .values({ ...words, slug, position })
      .onConflictDoNothing()
      .returning({ id: courses.id });
    if (!made) continue;
    await note(tx, coach, "course.added", { type: "course", id: made.id });
    return made.id;
  }
  throw new Error("There is always another slug");
}

/** Changes what stands about a course. Readers see it at once. */
export async function changeCourse(
  coach: CoachViewer,
  courseId: string,
  { words, seen }: ChangeCourseInput,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const course = await lockCourse(tx, courseId);
    const isAsSeen =
      course.title === seen.title && course.summary === seen.summary && course.intro.trim() === seen.intro;
    if (!isAsSeen)
      throw new Refusal(
        "Somebody else changed these words meanwhile. What you typed is still here. Reload the page to see theirs.",
        { code: "changed_elsewhere" },
      );
    await tx.update(courses).set(words).where(eq(courses.id, courseId));
    await note(tx, coach, "course.changed", { type: "course", id: courseId });
  });
}

/** Whoever changes which lessons a course has, or their order, takes turns in the course's row. */
export async function lockCourse(tx: Tx, courseId: string) {
  const [course] = await tx
    .select({
      title: courses.title,
      summary: courses.summary,
      intro: courses.intro,
      language: courses.language,
    })
    .from(courses)
    .where(eq(courses.id, courseId))
    .for("update");
  if (!course) throw new NotFound();
  return course;
}
