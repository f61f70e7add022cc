import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { courses, lessonDrafts, lessons, lessonVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundLesson } from "#lib/lessons/queries.ts";
import { shownBlocks } from "#lib/lessons/shown-lesson.ts";
import { readOpen } from "./drafts.ts";
import { readDraft } from "./read-draft.ts";
import { nameNewBlocks, namesIn } from "./short-names.ts";

/** The languages in which this lesson was published or begun, the course's own first. Empty: there is no such lesson. */
export async function listLanguages(coach: CoachViewer, lessonId: string): Promise<string[]> {
  return asViewer(coach, async (tx) => {
    const versions = await tx
      .selectDistinct({ language: lessonVersions.language })
      .from(lessonVersions)
      .where(eq(lessonVersions.lessonId, lessonId));
    const drafts = await tx
      .select({ language: lessonDrafts.language })
      .from(lessonDrafts)
      .where(eq(lessonDrafts.lessonId, lessonId));
    const own = (await findPlace(tx, lessonId))?.courseLanguage;
    const all = new Set([...versions, ...drafts].map(({ language }) => language).toSorted());
    return own !== undefined && all.has(own) ? [...new Set([own, ...all])] : [...all];
  });
}

/** The draft, else what readers have, as it would be read. Throws NotFound where there is neither. */
export async function previewLesson(
  coach: CoachViewer,
  lessonId: string,
  language: string,
): Promise<FoundLesson | undefined> {
  return asViewer(coach, async (tx) => {
    const place = await findPlace(tx, lessonId);
    if (!place) return undefined;
    const { words, body } = await readOpen(tx, { lessonId, language });
    const { courseLanguage: _, ...shown } = place;
    return {
      ...shown,
      ...words,
      ...shownBlocks(nameNewBlocks(readDraft(body), namesIn([]))),
      id: lessonId,
      versionId: lessonId,
      language,
      otherLanguages: [],
      isOpen: true,
      progress: undefined,
      keptAt: undefined,
      previous: undefined,
      next: undefined,
    };
  });
}

async function findPlace(tx: Tx, lessonId: string) {
  const [found] = await tx
    .select({
      slug: lessons.slug,
      motif: lessons.motif,
      courseId: lessons.courseId,
      position: lessons.position,
      courseTitle: courses.title,
      courseLanguage: courses.language,
    })
    .from(lessons)
    .innerJoin(courses, eq(courses.id, lessons.courseId))
    .where(eq(lessons.id, lessonId));
  if (!found) return undefined;
  const { courseId, position, ...place } = found;
  const [before] = await tx
    .select({ number: sql<number>`count(*)::int` })
    .from(lessons)
    .where(and(eq(lessons.courseId, courseId), lte(lessons.position, position), isNull(lessons.withdrawnAt)));
  return { ...place, number: Math.max(1, before?.number ?? 1) };
}
