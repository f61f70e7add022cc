import { eq } from "drizzle-orm";
import { beforeAll } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, lessons } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

export const now = Date.parse("2026-12-01T10:00:00Z");
export const words = { title: "Evenings", summary: "Small things for evenings.", intro: "Begin anywhere." };

/** Two coaches of a practice with its shipped course. There from `beforeAll` on. */
export let sol: CoachViewer;
export let kim: CoachViewer;
/** A client who holds what no client gets: somebody the database has to say no to. */
export let ada: CoachViewer;

/** Call at the top of a test's file. */
export function onAShelf(): void {
  const database = onFreshDatabase();
  beforeAll(async () => {
    await ensureCourse(database.url, now);
    [sol, kim] = [await aCoach({ name: "Sol" }), await aCoach({ name: "Kim" })];
    ada = (await aClient()) as unknown as CoachViewer;
  });
}

export const aCourse = () => addCourse(sol, words);
export const courseOf = async (id: string) => (await listShelf(sol)).find((course) => course.id === id);
export const orderOf = async (id: string) => (await courseOf(id))?.lessons.map((lesson) => lesson.id) ?? [];
export const actsUpon = async (id: string) =>
  (
    await asSystem("a test looks", (tx) =>
      tx
        .select({ action: auditLog.action, by: auditLog.actorId })
        .from(auditLog)
        .where(eq(auditLog.subjectId, id)),
    )
  ).map(({ action, by }) => ({ action, by }));
export const slugOf = async (id: string) =>
  (
    await asSystem("a test looks", (tx) =>
      tx.select({ slug: lessons.slug }).from(lessons).where(eq(lessons.id, id)),
    )
  )[0]?.slug ?? "";

export async function threeLessons() {
  const courseId = await aCourse();
  const ids: string[] = [];
  for (const title of ["One", "Two", "Three"]) ids.push((await addLesson(sol, { courseId, title }, now)).id);
  return { courseId, ids: ids as [string, string, string] };
}
