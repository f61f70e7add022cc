import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { lessonProgress, lessons, Motif } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { lessonsFor } from "./policy.ts";

/** A lesson's newest version of one language, with what its reader said of it. */
export type Row = {
  id: string;
  slug: string;
  audience: typeof lessons.$inferSelect.audience;
  motif: Motif;
  version_id: string;
  language: string;
  title: string;
  summary: string;
  goal: string;
  course_id: string;
  course_title: string;
  course_language: string;
  state: typeof lessonProgress.$inferSelect.state | null;
  place: string | null;
};

/**
 * The rows of all courses, or of the one in which `slug` is, in their order. Written out: to have it built anew for
 * each page would take as long as everything else that the page asks.
 */
export async function readRows(tx: Tx, viewer: Viewer | undefined, slug?: string): Promise<Row[]> {
  const reader = viewer?.role === "client" ? viewer.id : null;
  const ofCourse =
    slug === undefined ? sql`true` : sql`course_id = (select course_id from lessons where slug = ${slug})`;
  return tx.execute<Row>(sql`
    select distinct on (courses.position, courses.id, lessons.position, lessons.id, version.language)
      lessons.id, lessons.slug, lessons.audience, lessons.motif, version.id as version_id, version.language,
      version.title, version.summary, version.goal, progress.state, progress.place,
      courses.id as course_id, courses.title as course_title, courses.language as course_language
    from lessons join courses on courses.id = lessons.course_id
      join lesson_versions version on version.lesson_id = lessons.id
      left join lesson_progress progress on progress.lesson_id = lessons.id and progress.client_id = ${reader}
    where ${ofCourse} and ${lessonsFor(viewer) ?? sql`true`}
    order by courses.position, courses.id, lessons.position, lessons.id, version.language, version.number desc`);
}
