import { and, eq, max } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonDrafts, lessons, lessonVersions, type Motif } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Audience } from "#lib/lessons/course-files.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { lockCourse } from "./courses.ts";
import type { AddLanguageInput, AddLessonInput } from "./input.ts";
import { motifFrom } from "./motif.ts";
import { slugFrom, slugsLike } from "./slug.ts";
import { lockLesson } from "./standing.ts";

/** A lesson at the end of its course, as a draft with nothing but a title. Gives its id, and in which language it is. */
export async function addLesson(
  coach: CoachViewer,
  { courseId, title }: AddLessonInput,
  now: number,
): Promise<{ id: string; language: string }> {
  return asViewer(coach, async (tx) => {
    const { language } = await lockCourse(tx, courseId);
    const wanted = {
      courseId,
      slug: slugFrom(title, "lesson"),
      audience: "clients",
      motif: motifFrom(title),
    };
    const id = await insertLesson(tx, coach, wanted as NewLesson);
    const draft = { language, title, summary: "", goal: "", body: "" };
    await tx
      .insert(lessonDrafts)
      .values({ ...draft, lessonId: id, revision: 1, editedBy: coach.id, editedAt: now });
    return { id, language };
  });
}

type NewLesson = { courseId: string; slug: string; audience: Audience; motif: Motif };

/** A lesson without any text yet. Its course is locked. Where its slug is taken it gets a number. */
export async function insertLesson(tx: Tx, coach: CoachViewer, lesson: NewLesson): Promise<string> {
  const [last] = await tx
    .select({ position: max(lessons.position) })
    .from(lessons)
    .where(eq(lessons.courseId, lesson.courseId));
  const position = (last?.position ?? -1) + 1;
  for (const slug of slugsLike(lesson.slug)) {
    const [made] = await tx
      .insert(lessons)
      .values({ ...lesson, slug, position })
      .onConflictDoNothing()
      .returning({ id: lessons.id });
    if (!made) continue;
    await note(tx, coach, "lesson.added", { type: "lesson", id: made.id });
    return made.id;
  }
  throw new Error("There is always another slug");
}

/** Begins to write a lesson in another language: a draft with the text of one of its versions. */
export async function addLanguage(
  coach: CoachViewer,
  lessonId: string,
  { language, versionId }: AddLanguageInput,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    await lockLesson(tx, lessonId);
    const [text] = await tx
      .select({
        title: lessonVersions.title,
        summary: lessonVersions.summary,
        goal: lessonVersions.goal,
        body: lessonVersions.body,
      })
      .from(lessonVersions)
      .where(and(eq(lessonVersions.id, versionId), eq(lessonVersions.lessonId, lessonId)));
    if (!text) throw new NotFound();
    const ofLanguage = and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.language, language));
    if ((await tx.$count(lessonVersions, ofLanguage)) > 0) throw there();
    const added = await tx
      .insert(lessonDrafts)
      .values({ ...text, lessonId, language, revision: 1, editedBy: coach.id, editedAt: now })
      .onConflictDoNothing();
    if (added.count === 0) throw there();
    await note(tx, coach, "lesson.language_added", { type: "lesson", id: lessonId }, { language });
  });
}

const there = () =>
  new Refusal("This lesson is there in that language already. You can go on with it in the list.", {
    code: "language_there",
    field: "language",
    status: 409,
  });
