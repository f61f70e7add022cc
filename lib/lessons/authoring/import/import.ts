import { sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { LessonFile } from "#lib/lessons/course-files.ts";
import { Refusal } from "#lib/refusal.ts";
import { insertCourse, lockCourse } from "../courses.ts";
import { putDraft } from "../drafts.ts";
import type { ImportCourseInput, LookIntoInput } from "../input.ts";
import { insertLesson } from "../new-lesson.ts";
import { type ImportPlan, planImport, type Step } from "./plan.ts";
import { type Folder, type FolderProblem, keyOf, readFolder } from "./read-folder.ts";
import { type FolderFile, unpackFolder } from "./unpack.ts";

/** With problems nothing can be taken over, and `plan` is null. */
export type LookedInto = { plan: ImportPlan | null; problems: FolderProblem[]; leftOut: string[] };

/** What importing these files would do. Nothing is changed. */
export async function lookInto(
  coach: CoachViewer,
  sent: readonly FolderFile[],
  { courseId }: LookIntoInput,
): Promise<LookedInto> {
  const folder = readFolder(unpackFolder(sent));
  const { problems, leftOut } = folder;
  if (problems.length > 0) return { plan: null, problems, leftOut };
  const plan = await asViewer(coach, (tx) => planImport(tx, folder, courseId));
  return { plan, problems, leftOut };
}

/**
 * Makes drafts of these files, of all or of none. What was published stays; a draft that is there goes only where
 * `replace` has the key of its step.
 */
export async function importCourse(
  coach: CoachViewer,
  sent: readonly FolderFile[],
  { courseId, mark, replace }: ImportCourseInput,
  now: number,
): Promise<{ drafts: number }> {
  const folder = readFolder(unpackFolder(sent));
  if (folder.problems.length > 0) throw unready();
  return asViewer(coach, async (tx) => {
    // Two at once would each make the new lessons.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('lessons imported', 0))`);
    const plan = await planImport(tx, folder, courseId);
    if (plan.mark !== mark) throw changedMeanwhile();
    const steps = plan.steps.filter(
      ({ does, key }) => does !== "nothing" && (does !== "over_draft" || replace.includes(key)),
    );
    const into = steps.some(({ does }) => does === "new_lesson")
      ? await openCourse(tx, coach, plan, folder)
      : "";
    const made = new Map<string, string>();
    for (const step of steps) {
      const lesson = folder.lessons.find((one) => keyOf(one.lesson) === step.key)?.lesson;
      if (!lesson) throw new Error("A step is about no file");
      const lessonId = step.lessonId ?? made.get(step.slug) ?? (await newLesson(tx, coach, into, lesson));
      made.set(step.slug, lessonId);
      await draft(tx, coach, { step, lesson, lessonId }, now);
    }
    return { drafts: steps.length };
  });
}

async function openCourse(
  tx: Tx,
  coach: CoachViewer,
  { course }: ImportPlan,
  folder: Folder,
): Promise<string> {
  if (!course)
    throw new Refusal("Please choose a course for the new lessons, or put a course.md beside them.", {
      code: "no_course",
      field: "courseId",
    });
  if (!course.id && folder.course) {
    const { slug, ...words } = folder.course;
    return insertCourse(tx, coach, words, slug);
  }
  const id = course.id ?? "";
  await lockCourse(tx, id);
  return id;
}

async function newLesson(tx: Tx, coach: CoachViewer, courseId: string, lesson: LessonFile): Promise<string> {
  const { slug, audience, lines: motif } = lesson;
  return insertLesson(tx, coach, { courseId, slug, audience, motif });
}

type Taken = { step: Step; lesson: LessonFile; lessonId: string };

async function draft(
  tx: Tx,
  coach: CoachViewer,
  { step, lesson, lessonId }: Taken,
  now: number,
): Promise<void> {
  const { language, title, summary, goal, body } = lesson;
  const over = step.draft?.revision ?? null;
  const written = { lessonId, language, words: { title, summary, goal }, body, over };
  if (!(await putDraft(tx, coach, written, now))) throw changedMeanwhile();
}

const unready = () =>
  new Refusal(
    "Something in these files is not ready. Please look into them once more. Nothing was changed.",
    {
      code: "not_ready",
      status: 422,
    },
  );

const changedMeanwhile = () =>
  new Refusal(
    "Something changed here since you looked, so nothing was done. Please look into the files once more.",
    {
      code: "changed_meanwhile",
    },
  );
