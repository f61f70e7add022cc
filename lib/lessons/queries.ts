import { asc, inArray } from "drizzle-orm";
import { asViewer, lookAsSystem, type Tx } from "#db/client.ts";
import { courses, lessonVersions, type Motif } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import {
  type Html,
  keptVersion,
  type ShownBlock,
  type ShownLesson,
  shownIntro,
  shownVersion,
} from "#lib/lessons/shown-lesson.ts";
import { mayOpen } from "./policy.ts";
import { type Row, readRows } from "./rows.ts";

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
    const rows = await readRows(tx, viewer);
    const each = [...Map.groupBy(rows, ({ id }) => id).values()];
    const picked = each.flatMap((ones) => pick(ones, ones[0]?.course_language) ?? []);
    const texts = await readTexts(tx, picked);
    const byCourse = Map.groupBy(picked, (row) => row.course_id);
    return (await readCourses(tx, [...byCourse.keys()])).map(({ intro, ...course }) => ({
      ...course,
      introHtml: shownIntro(intro),
      lessons: (byCourse.get(course.id) ?? []).map((row) => listed(viewer, row, textOf(texts, row))),
    }));
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
    const row = pick(versions, language ?? versions[0]?.course_language);
    if (!row || !mayOpen(viewer, row)) return undefined;
    const near = (step: number) => neighbour(viewer, lessonsOfCourse[at + step], row.language);
    const text = textOf(await readTexts(tx, [row]), row);
    return {
      ...listed(viewer, row, text),
      ...text,
      versionId: row.version_id,
      goal: row.goal,
      courseTitle: row.course_title,
      number: at + 1,
      language: row.language,
      otherLanguages: versions.map((one) => one.language).filter((one) => one !== row.language),
      previous: near(-1),
      next: near(1),
    };
  });
}

/** What these versions say. Each is read and made once for each process. */
async function readTexts(tx: Tx, rows: Row[]): Promise<Map<string, ShownLesson>> {
  const ids = rows.map((row) => row.version_id);
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

function textOf(texts: Map<string, ShownLesson>, { version_id: versionId }: Row): ShownLesson {
  const text = texts.get(versionId);
  if (!text) throw new Error("A version that was just read is gone");
  return text;
}

function readCourses(tx: Tx, ids: string[]) {
  const { id, title, summary, intro, position } = courses;
  return tx
    .select({ id, title, summary, intro })
    .from(courses)
    .where(inArray(id, ids))
    .orderBy(asc(position), asc(id));
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
