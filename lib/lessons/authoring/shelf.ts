import { asc, desc, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { courses, lessonDrafts, lessons, lessonVersions, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Audience } from "#lib/lessons/course-files.ts";

/** One language of a lesson: what readers have of it, and what somebody writes on. */
export type ShelfText = {
  language: string;
  title: string;
  /** `by`: null where it came with the portal. */
  published: { id: string; number: number; at: number; by: string | null } | null;
  draft: { at: number; by: string } | null;
};

export type ShelfLesson = {
  id: string;
  title: string;
  audience: Audience;
  withdrawnAt: number | null;
  /** The course's own language first. */
  texts: ShelfText[];
};

export type ShelfCourse = {
  id: string;
  title: string;
  summary: string;
  intro: string;
  language: string;
  lessons: ShelfLesson[];
};

/** All courses of the practice with all their lessons, those too that no reader finds. */
export async function listShelf(coach: CoachViewer): Promise<ShelfCourse[]> {
  const [ofPractice, all, published, drafts] = await asViewer(coach, (tx) =>
    together(selectCourses(tx), selectLessons(tx), selectPublished(tx), selectDrafts(tx)),
  );
  return ofPractice.map((course) => ({
    ...course,
    lessons: all
      .filter(({ courseId }) => courseId === course.id)
      .map(({ courseId: _, ...lesson }) => {
        const texts = textsOf(
          published.filter(({ lessonId }) => lessonId === lesson.id),
          drafts.filter(({ lessonId }) => lessonId === lesson.id),
        ).sort((a, b) => rank(a, course.language) - rank(b, course.language));
        return { ...lesson, texts, title: texts[0]?.title ?? "" };
      }),
  }));
}

const rank = ({ language }: ShelfText, first: string) => (language === first ? 0 : 1);

type Published = Awaited<ReturnType<typeof selectPublished>>;
type Drafts = Awaited<ReturnType<typeof selectDrafts>>;

function textsOf(published: Published, drafts: Drafts): ShelfText[] {
  const languages = [...new Set([...published, ...drafts].map(({ language }) => language))].sort();
  return languages.map((language) => {
    const version = published.find((one) => one.language === language);
    const draft = drafts.find((one) => one.language === language);
    return {
      language,
      title: version?.title ?? draft?.title ?? "",
      published: version ? { id: version.id, number: version.number, at: version.at, by: version.by } : null,
      draft: draft ? { at: draft.at, by: draft.by } : null,
    };
  });
}

function selectCourses(tx: Tx) {
  return tx
    .select({
      id: courses.id,
      title: courses.title,
      summary: courses.summary,
      intro: courses.intro,
      language: courses.language,
    })
    .from(courses)
    .orderBy(asc(courses.position), asc(courses.id));
}

function selectLessons(tx: Tx) {
  return tx
    .select({
      id: lessons.id,
      courseId: lessons.courseId,
      audience: lessons.audience,
      withdrawnAt: lessons.withdrawnAt,
    })
    .from(lessons)
    .orderBy(asc(lessons.position), asc(lessons.id));
}

/** The newest version of each language of each lesson. */
function selectPublished(tx: Tx) {
  return tx
    .selectDistinctOn([lessonVersions.lessonId, lessonVersions.language], {
      id: lessonVersions.id,
      lessonId: lessonVersions.lessonId,
      language: lessonVersions.language,
      number: lessonVersions.number,
      title: lessonVersions.title,
      at: lessonVersions.publishedAt,
      by: users.displayName,
    })
    .from(lessonVersions)
    .leftJoin(users, eq(users.id, lessonVersions.publishedBy))
    .orderBy(asc(lessonVersions.lessonId), asc(lessonVersions.language), desc(lessonVersions.number));
}

function selectDrafts(tx: Tx) {
  return tx
    .select({
      lessonId: lessonDrafts.lessonId,
      language: lessonDrafts.language,
      title: lessonDrafts.title,
      at: lessonDrafts.editedAt,
      by: users.displayName,
    })
    .from(lessonDrafts)
    .innerJoin(users, eq(users.id, lessonDrafts.editedBy));
}
