import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { asViewer, lookAsSystem, type Tx } from "#db/client.ts";
import { courses, lessonProgress, lessons, lessonVersions, type Motif } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import {
  type Html,
  keptVersion,
  type ShownBlock,
  type ShownLesson,
  shownIntro,
  shownVersion,
} from "#lib/lessons/shown-lesson.ts";
import { lessonsFor, mayOpen } from "./policy.ts";

export type Progress = { state: "opened" | "done_for_now" | "set_aside"; place: string | null };

export type ListedLesson = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  motif: Motif;
  /** To read it, the trying apart. */
  minutes: number;
  /** Visitors read the names of more lessons than they can open. */
  isOpen: boolean;
  /** What a client said of it themselves; undefined: nothing yet. */
  progress: Progress | undefined;
  /** The block at which the reader keeps their place, if the lesson still has it. */
  keptAt: Pick<ShownBlock, "anchor" | "heading"> | undefined;
};

export type ListedCourse = {
  id: string;
  title: string;
  summary: string;
  introHtml: Html;
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
  return look(viewer, async (tx) => {
    const rows = await readRows(tx, viewer, undefined);
    const each = [...Map.groupBy(rows, ({ id }) => id).values()];
    const picked = each.flatMap((ones) => pick(ones, ones[0]?.course.language) ?? []);
    const texts = await readTexts(tx, picked);
    const byCourse = [...Map.groupBy(picked, ({ course }) => course.id).values()];
    return byCourse.flatMap((ofCourse) => {
      const [first] = ofCourse;
      if (!first) return [];
      const { intro, language: _, ...course } = first.course;
      const shown = ofCourse.map((row) => listed(viewer, row, textOf(texts, row)));
      return [{ ...course, introHtml: shownIntro(intro), lessons: shown }];
    });
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
    const text = textOf(await readTexts(tx, [row]), row);
    return {
      ...listed(viewer, row, text),
      ...text,
      versionId: row.versionId,
      goal: row.goal,
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

/** What these versions say. Each is read and made once for each process. */
async function readTexts(tx: Tx, rows: Row[]): Promise<Map<string, ShownLesson>> {
  const ids = rows.map(({ versionId }) => versionId);
  const missing = ids.filter((id) => !keptVersion(id));
  const columns = { id: lessonVersions.id, body: lessonVersions.body };
  const read =
    missing.length > 0
      ? await tx.select(columns).from(lessonVersions).where(inArray(lessonVersions.id, missing))
      : [];
  const made = new Map(read.map((version) => [version.id, shownVersion(version)]));
  return new Map(
    ids.flatMap((id) => {
      const text = made.get(id) ?? keptVersion(id);
      return text ? [[id, text]] : [];
    }),
  );
}

function textOf(texts: Map<string, ShownLesson>, { versionId }: Row): ShownLesson {
  const text = texts.get(versionId);
  if (!text) throw new Error("A version that was just read is gone");
  return text;
}

function look<T>(viewer: Viewer | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  return viewer ? asViewer(viewer, work) : lookAsSystem("a visitor reads lessons", work);
}

/** The row of the wanted language, else the first there is. */
function pick(rows: Row[], language: string | undefined): Row | undefined {
  return rows.find((row) => row.language === language) ?? rows[0];
}

function listed(viewer: Viewer | undefined, row: Row, { minutes, blocks }: ShownLesson): ListedLesson {
  const { id, slug, title, summary, motif, state, place } = row;
  const progress = state ? { state, place } : undefined;
  const keptAt = blocks.find(({ anchor }) => anchor === place);
  return {
    ...{ id, slug, title, summary, motif, minutes, progress },
    isOpen: mayOpen(viewer, row),
    keptAt: keptAt && { anchor: keptAt.anchor, heading: keptAt.heading },
  };
}

function neighbour(viewer: Viewer | undefined, rows: Row[] = [], language: string): Neighbour | undefined {
  const row = pick(rows, language);
  return row && mayOpen(viewer, row) ? { slug: row.slug, title: row.title } : undefined;
}
