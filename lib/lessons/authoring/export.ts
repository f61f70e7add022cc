import { asc, desc, eq } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { asViewer, type Tx } from "#db/client.ts";
import { courses, lessons, lessonVersions } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { writeCourseFile, writeLessonFile } from "#lib/lessons/course-files.ts";
import { NotFound } from "#lib/refusal.ts";

/** A course as the files of a folder, by their names: what is published of it, in every language, in its order. */
export async function exportCourse(coach: CoachViewer, courseId: string): Promise<Map<string, string>> {
  const [[course], rows] = await asViewer(coach, (tx) =>
    together(selectCourse(tx, courseId), selectTexts(tx, courseId)),
  );
  if (!course) throw new NotFound();
  const ofLessons = [...Map.groupBy(rows, ({ id }) => id).values()];
  const digits = Math.max(2, String(ofLessons.length).length);
  const files = new Map([["course.md", writeCourseFile(course)]]);
  for (const [index, texts] of ofLessons.entries()) {
    const number = String(index + 1).padStart(digits, "0");
    for (const { id: _, ...text } of texts) {
      const ending = text.language === course.language ? "md" : `${text.language}.md`;
      files.set(`${number}-${text.slug}.${ending}`, writeLessonFile(text));
    }
  }
  return files;
}

/** The same files in one that can be kept and sent. */
export function zipFolder(files: Map<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(
    Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])),
  ) as Uint8Array<ArrayBuffer>;
}

function selectCourse(tx: Tx, courseId: string) {
  return tx
    .select({
      title: courses.title,
      slug: courses.slug,
      summary: courses.summary,
      language: courses.language,
      intro: courses.intro,
    })
    .from(courses)
    .where(eq(courses.id, courseId));
}

function selectTexts(tx: Tx, courseId: string) {
  return tx
    .selectDistinctOn([lessons.position, lessons.id, lessonVersions.language], {
      id: lessons.id,
      title: lessonVersions.title,
      slug: lessons.slug,
      summary: lessonVersions.summary,
      goal: lessonVersions.goal,
      audience: lessons.audience,
      language: lessonVersions.language,
      lines: lessons.motif,
      body: lessonVersions.body,
    })
    .from(lessons)
    .innerJoin(lessonVersions, eq(lessonVersions.lessonId, lessons.id))
    .where(eq(lessons.courseId, courseId))
    .orderBy(
      asc(lessons.position),
      asc(lessons.id),
      asc(lessonVersions.language),
      desc(lessonVersions.number),
    );
}
