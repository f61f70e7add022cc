import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { asViewer, lookAsSystem, type Tx } from "#db/client.ts";
import { courses, lessonProgress, lessons, lessonVersions, type Motif } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { keptVersion, type ShownLesson, shownVersion } from "#lib/lessons/shown-lesson.ts";
import { lessonsFor, mayOpen } from "./policy.ts";

export type Progress = { state: "opened" | "done_for_now" | "set_aside"; place: string | null };

export type ListedLesson = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  motif: Motif;
  /** Visitors read the names of more lessons than they can open. */
  isOpen: boolean;
  /** What a client said of it themselves; undefined: nothing yet. */
  progress: Progress | undefined;
};

export type ListedCourse = {
  id: string;
  title: string;
  summary: string;
  intro: string;
  lessons: ListedLesson[];
};

type Neighbour = { slug: string; title: string };

export type FoundLesson = ShownLesson &
  ListedLesson & {
    versionId: string;
    courseTitle: string;
    goal: string;
    /** Counted from 1, of the lessons of its course that this reader has. */
    number: number;
    language: string;
    otherLanguages: string[];
    previous: Neighbour | undefined;
    next: Neighbour | undefined;
  };

/** The courses and lessons that this person, or a visitor, may know of, in their order. */
export async function listCourses(viewer: Viewer | undefined): Promise<ListedCourse[]> {
  const rows = await look(viewer, (tx) => readRows(tx, viewer, undefined));
  const byCourse = [...Map.groupBy(rows, ({ course }) => course.id).values()];
  return byCourse.flatMap((ofCourse) => {
    const [first] = ofCourse;
    if (!first) return [];
    const each = [...Map.groupBy(ofCourse, ({ id }) => id).values()];
    const shown = each.flatMap((ones) => pick(ones, first.course.language) ?? []);
    return [{ ...first.course, lessons: shown.map((row) => listed(viewer, row)) }];
  });
}

/** A lesson as this person reads it. Undefined: not there, or not for them. */
export async function findLesson(
  viewer: Viewer | undefined,
  slug: string,
  language?: string,
): Promise<FoundLesson | undefined> {
  return look(viewer, async (tx) => {
    const rows = await readRows(tx, viewer, slug);
    const lessonsOfCourse = [...Map.groupBy(rows, ({ id }) => id).values()];
    const at = lessonsOfCourse.findIndex(([one]) => one?.slug === slug);
    const versions = lessonsOfCourse[at] ?? [];
    const row = pick(versions, language ?? versions[0]?.course.language);
    if (!row || !mayOpen(viewer, row)) return undefined;
    const near = (step: number) => neighbour(viewer, lessonsOfCourse[at + step], row.language);
    const { versionId, goal } = row;
    return {
      ...listed(viewer, row),
      ...(keptVersion(versionId) ?? shownVersion({ id: versionId, body: await readBody(tx, versionId) })),
      versionId,
      goal,
      courseTitle: row.course.title,
      number: at + 1,
      language: row.language,
      otherLanguages: versions.map((one) => one.language).filter((one) => one !== row.language),
      previous: near(-1),
      next: near(1),
    };
  });
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Each lesson's newest version of each language: of all courses, or of the one in which `slug` is. */
function readRows(tx: Tx, viewer: Viewer | undefined, slug: string | undefined) {
  const ofCourse: SQL | undefined =
    slug === undefined
      ? undefined
      : eq(lessons.courseId, sql`(select course_id from lessons where slug = ${slug})`);
  const ofReader = and(
    eq(lessonProgress.lessonId, lessons.id),
    viewer?.role === "client" ? eq(lessonProgress.clientId, viewer.id) : sql`false`,
  );
  return tx
    .selectDistinctOn([courses.position, courses.id, lessons.position, lessons.id, lessonVersions.language], {
      id: lessons.id,
      slug: lessons.slug,
      audience: lessons.audience,
      motif: lessons.motif,
      versionId: lessonVersions.id,
      language: lessonVersions.language,
      title: lessonVersions.title,
      summary: lessonVersions.summary,
      goal: lessonVersions.goal,
      state: lessonProgress.state,
      place: lessonProgress.place,
      course: {
        id: courses.id,
        title: courses.title,
        summary: courses.summary,
        intro: courses.intro,
        language: courses.language,
      },
    })
    .from(lessons)
    .innerJoin(courses, eq(courses.id, lessons.courseId))
    .innerJoin(lessonVersions, eq(lessonVersions.lessonId, lessons.id))
    .leftJoin(lessonProgress, ofReader)
    .where(and(lessonsFor(viewer), ofCourse))
    .orderBy(
      asc(courses.position),
      asc(courses.id),
      asc(lessons.position),
      asc(lessons.id),
      asc(lessonVersions.language),
      desc(lessonVersions.number),
    );
}

async function readBody(tx: Tx, versionId: string): Promise<string> {
  const [version] = await tx
    .select({ body: lessonVersions.body })
    .from(lessonVersions)
    .where(eq(lessonVersions.id, versionId));
  if (!version) throw new Error("A version that was just read is gone");
  return version.body;
}

function look<T>(viewer: Viewer | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  return viewer ? asViewer(viewer, work) : lookAsSystem("a visitor reads lessons", work);
}

/** The row of the wanted language, else the first there is. */
function pick(rows: Row[], language: string | undefined): Row | undefined {
  return rows.find((row) => row.language === language) ?? rows[0];
}

function listed(viewer: Viewer | undefined, row: Row): ListedLesson {
  const { id, slug, title, summary, motif, state, place } = row;
  const progress = state ? { state, place } : undefined;
  return { id, slug, title, summary, motif, isOpen: mayOpen(viewer, row), progress };
}

function neighbour(viewer: Viewer | undefined, rows: Row[] = [], language: string): Neighbour | undefined {
  const row = pick(rows, language);
  return row && mayOpen(viewer, row) ? { slug: row.slug, title: row.title } : undefined;
}
