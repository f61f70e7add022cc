import { createHash } from "node:crypto";
import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { courses, lessonDrafts, lessons, lessonVersions, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { LessonFile } from "#lib/lessons/course-files.ts";
import type { LessonWords } from "../drafts.ts";
import { type Folder, keyOf, type ReadLesson } from "./read-folder.ts";

/** What would become of one file. */
export type Step = {
  /** Each file has its own. */
  key: string;
  file: string;
  title: string;
  language: string;
  slug: string;
  does: "new_lesson" | "new_language" | "new_draft" | "over_draft" | "nothing";
  lessonId: string | null;
  /** The draft that would go for it. */
  draft: { revision: number; by: string; at: number } | null;
  /** The file says that others should find it than do now. They go on to find it. */
  isAudienceKept: boolean;
};

export type ImportPlan = {
  /** Where new lessons go; null: nowhere yet. `isNew`: it would be made. `isKept`: it has other words, and keeps them. */
  course: { id: string | null; title: string; isNew: boolean; isKept: boolean } | null;
  steps: Step[];
  /** The same as long as this is what would be done. */
  mark: string;
};

type Known = Awaited<ReturnType<typeof readKnown>>;

/** What a folder without problems would do to the practice as it stands. New lessons go to `courseId` unless it says where. */
export async function planImport(tx: Tx, folder: Folder, courseId: string | null): Promise<ImportPlan> {
  const known = await readKnown(tx, folder);
  const steps = folder.lessons.map((read) => stepOf(read, known));
  const course = courseOf(folder, known, courseId);
  const mark = createHash("sha256")
    .update(JSON.stringify([course, steps]))
    .digest("base64url");
  return { course, steps, mark };
}

function courseOf({ course }: Folder, known: Known, courseId: string | null): ImportPlan["course"] {
  const found = course
    ? known.courses.find(({ slug }) => slug === course.slug)
    : known.courses.find(({ id }) => id === courseId);
  if (!found) return course ? { id: null, title: course.title, isNew: true, isKept: false } : null;
  const isKept =
    course !== undefined &&
    (course.title !== found.title ||
      course.summary !== found.summary ||
      course.intro.trim() !== found.intro.trim());
  return { id: found.id, title: found.title, isNew: false, isKept };
}

function stepOf({ file, lesson }: ReadLesson, known: Known): Step {
  const { title, language, slug } = lesson;
  const there = known.lessons.find((one) => one.slug === slug);
  const isThis = (one: { lessonId: string; language: string }) =>
    one.lessonId === there?.id && one.language === language;
  const draft = known.drafts.find(isThis);
  const version = known.versions.find(isThis);
  const { revision, by, at } = draft ?? {};
  return {
    key: keyOf(lesson),
    file,
    title,
    language,
    slug,
    does: does(lesson, { isThere: there !== undefined, draft, version }),
    lessonId: there?.id ?? null,
    draft: revision !== undefined && by !== undefined && at !== undefined ? { revision, by, at } : null,
    isAudienceKept: there !== undefined && there.audience !== lesson.audience,
  };
}

type Text = LessonWords & { body: string };
type There = { isThere: boolean; draft: Text | undefined; version: Text | undefined };

function does(lesson: LessonFile, { isThere, draft, version }: There): Step["does"] {
  if (!isThere) return "new_lesson";
  const isSame = (text: Text) =>
    text.title === lesson.title &&
    text.summary === lesson.summary &&
    text.goal === lesson.goal &&
    text.body.trim() === lesson.body.trim();
  if (draft) return isSame(draft) ? "nothing" : "over_draft";
  if (!version) return "new_language";
  return isSame(version) ? "nothing" : "new_draft";
}

async function readKnown(tx: Tx, { lessons: read }: Folder) {
  const slugs = [...new Set(read.map(({ lesson }) => lesson.slug))];
  const these = tx.select({ id: lessons.id }).from(lessons).where(inArray(lessons.slug, slugs));
  const [ofPractice, found, versions, drafts] = await together(
    tx
      .select({
        id: courses.id,
        slug: courses.slug,
        title: courses.title,
        summary: courses.summary,
        intro: courses.intro,
      })
      .from(courses)
      .orderBy(asc(courses.position), asc(courses.id)),
    tx
      .select({ id: lessons.id, slug: lessons.slug, audience: lessons.audience })
      .from(lessons)
      .where(inArray(lessons.slug, slugs)),
    tx
      .selectDistinctOn([lessonVersions.lessonId, lessonVersions.language], {
        lessonId: lessonVersions.lessonId,
        language: lessonVersions.language,
        title: lessonVersions.title,
        summary: lessonVersions.summary,
        goal: lessonVersions.goal,
        body: lessonVersions.body,
      })
      .from(lessonVersions)
      .where(inArray(lessonVersions.lessonId, these))
      .orderBy(asc(lessonVersions.lessonId), asc(lessonVersions.language), desc(lessonVersions.number)),
    tx
      .select({
        lessonId: lessonDrafts.lessonId,
        language: lessonDrafts.language,
        title: lessonDrafts.title,
        summary: lessonDrafts.summary,
        goal: lessonDrafts.goal,
        body: lessonDrafts.body,
        revision: lessonDrafts.revision,
        by: users.displayName,
        at: lessonDrafts.editedAt,
      })
      .from(lessonDrafts)
      .innerJoin(users, eq(users.id, lessonDrafts.editedBy))
      .where(inArray(lessonDrafts.lessonId, these)),
  );
  return { courses: ofPractice, lessons: found, versions, drafts };
}
