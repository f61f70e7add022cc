import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { courses, lessons, lessonVersions } from "#db/schema/index.ts";
import { keptVersion, shownVersion } from "#lib/lessons/shown-lesson.ts";

export type Titled = { slug: string; title: string; exercises: { block: string; title: string }[] };

/** What lessons are called, with their exercises: in the language of their course, else in the first there is. */
export async function readTitles(tx: Tx, lessonIds: string[]): Promise<Map<string, Titled>> {
  if (lessonIds.length === 0) return new Map();
  const versions = await tx
    .selectDistinctOn([lessons.id], {
      lessonId: lessons.id,
      slug: lessons.slug,
      id: lessonVersions.id,
      title: lessonVersions.title,
    })
    .from(lessons)
    .innerJoin(courses, eq(courses.id, lessons.courseId))
    .innerJoin(lessonVersions, eq(lessonVersions.lessonId, lessons.id))
    .where(inArray(lessons.id, lessonIds))
    .orderBy(
      lessons.id,
      desc(sql`${lessonVersions.language} = ${courses.language}`),
      asc(lessonVersions.language),
      desc(lessonVersions.number),
    );
  const bodies = await readBodies(
    tx,
    versions.map(({ id }) => id).filter((id) => !keptVersion(id)),
  );
  return new Map(
    versions.map(({ lessonId, slug, id, title }) => [
      lessonId,
      { slug, title, exercises: exercisesIn(id, bodies.get(id) ?? "") },
    ]),
  );
}

async function readBodies(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: lessonVersions.id, body: lessonVersions.body })
    .from(lessonVersions)
    .where(inArray(lessonVersions.id, ids));
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function exercisesIn(id: string, body: string) {
  const { blocks } = keptVersion(id) ?? shownVersion({ id, body });
  return blocks.flatMap((block) =>
    block.type === "exercise" ? [{ block: block.anchor, title: block.title }] : [],
  );
}
