import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, lessons } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { orderLessons } from "#lib/lessons/authoring/order.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { bringBackLesson, setAudience, withdrawLesson } from "#lib/lessons/authoring/standing.ts";
import { findLesson } from "#lib/lessons/queries.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");
const words = { title: "Evenings", summary: "Small things for evenings.", intro: "Begin anywhere." };
const notFound = { name: "NotFound" };

let sol: CoachViewer;
let kim: CoachViewer;
/** A client who holds what no client gets: somebody the database has to say no to. */
let ada: CoachViewer;

beforeAll(async () => {
  await ensureCourse(database.url, now);
  [sol, kim] = [await aCoach({ name: "Sol" }), await aCoach({ name: "Kim" })];
  ada = (await aClient()) as unknown as CoachViewer;
});

const aCourse = () => addCourse(sol, words);
const courseOf = async (id: string) => (await listShelf(sol)).find((course) => course.id === id);
const orderOf = async (id: string) => (await courseOf(id))?.lessons.map((lesson) => lesson.id) ?? [];
const actsUpon = async (id: string) =>
  (
    await asSystem("a test looks", (tx) =>
      tx
        .select({ action: auditLog.action, by: auditLog.actorId })
        .from(auditLog)
        .where(eq(auditLog.subjectId, id)),
    )
  ).map(({ action, by }) => ({ action, by }));
const slugOf = async (id: string) =>
  (
    await asSystem("a test looks", (tx) =>
      tx.select({ slug: lessons.slug }).from(lessons).where(eq(lessons.id, id)),
    )
  )[0]?.slug ?? "";

async function threeLessons() {
  const courseId = await aCourse();
  const ids: string[] = [];
  for (const title of ["One", "Two", "Three"]) ids.push((await addLesson(sol, { courseId, title }, now)).id);
  return { courseId, ids: ids as [string, string, string] };
}

describe("the order of lessons", () => {
  test("is changed whole, and said once", async () => {
    const { courseId, ids } = await threeLessons();
    const order = [ids[2], ids[0], ids[1]];
    await orderLessons(kim, courseId, { order, seen: ids });
    expect(await orderOf(courseId)).toEqual(order);
    await orderLessons(kim, courseId, { order, seen: order });
    expect((await actsUpon(courseId)).slice(1)).toEqual([{ action: "course.ordered", by: kim.id }]);
  });

  test("of two who change it at once the later one is told, and nothing is mixed", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { courseId, ids } = await threeLessons();
      const [one, two, three] = ids;
      const wishes = [
        [two, one, three],
        [one, three, two],
      ];
      const both = await Promise.allSettled(
        wishes.map((order, at) => orderLessons([sol, kim][at] ?? sol, courseId, { order, seen: ids })),
      );
      const won = both.findIndex(({ status }) => status === "fulfilled");
      expect(await orderOf(courseId)).toEqual(wishes[won]);
      expect(both[1 - won]).toMatchObject({
        status: "rejected",
        reason: { code: "ordered_elsewhere", status: 409, offer: { order: wishes[won] } },
      });
    }
  });

  test("is refused where a lesson came meanwhile, is missing, stands there twice, or is another course's", async () => {
    const { courseId, ids } = await threeLessons();
    const [one, two, three] = ids;
    const elsewhere = (await threeLessons()).ids[0];
    for (const order of [
      [one, two],
      [one, two, two],
      [one, two, elsewhere],
      [one, two, three, elsewhere],
    ])
      await expect(orderLessons(sol, courseId, { order, seen: ids })).rejects.toMatchObject({
        code: "ordered_elsewhere",
      });
    await addLesson(kim, { courseId, title: "Four" }, now);
    await expect(orderLessons(sol, courseId, { order: [two, one, three], seen: ids })).rejects.toMatchObject({
      code: "ordered_elsewhere",
    });
    expect((await orderOf(courseId)).slice(0, 3)).toEqual(ids);
  });

  test("is nobody's to change who is no coach", async () => {
    const { courseId, ids } = await threeLessons();
    const order = [...ids].reverse();
    await expect(orderLessons(ada, courseId, { order, seen: ids })).rejects.toMatchObject(notFound);
    await expect(orderLessons(sol, randomUUID(), { order: [], seen: [] })).rejects.toMatchObject(notFound);
    expect(await orderOf(courseId)).toEqual(ids);
  });
});

describe("who finds a lesson", () => {
  test("changes at once, and is said once", async () => {
    const lessonId = (await aLesson({ title: "A lesson" })).id;
    const slug = await slugOf(lessonId);
    const client = await aClient();
    expect([await findLesson(client, slug), await findLesson(undefined, slug)].map(Boolean)).toEqual([
      true,
      false,
    ]);
    await setAudience(kim, lessonId, "everyone");
    expect(await findLesson(undefined, slug)).toBeDefined();
    await setAudience(kim, lessonId, "mentored");
    await setAudience(kim, lessonId, "mentored");
    expect(await findLesson(client, slug)).toBeUndefined();
    expect(await actsUpon(lessonId)).toEqual(
      [1, 2].map(() => ({ action: "lesson.audience_set", by: kim.id })),
    );
  });

  test("nobody does while it is withdrawn; it comes back as it was", async () => {
    const lessonId = (await aLesson({ title: "A lesson" })).id;
    const slug = await slugOf(lessonId);
    const client = await aClient();
    await withdrawLesson(sol, lessonId, now);
    await withdrawLesson(kim, lessonId, now + 1);
    expect(await findLesson(client, slug)).toBeUndefined();
    expect(await findLesson(kim, slug)).toBeDefined();
    await bringBackLesson(kim, lessonId);
    await bringBackLesson(kim, lessonId);
    expect(await findLesson(client, slug)).toMatchObject({ title: "A lesson" });
    expect(await actsUpon(lessonId)).toEqual([
      { action: "lesson.withdrawn", by: sol.id },
      { action: "lesson.brought_back", by: kim.id },
    ]);
  });

  test("is not a client's to say", async () => {
    const lessonId = (await aLesson({ title: "A lesson" })).id;
    for (const act of [
      (id: string, who: CoachViewer) => setAudience(who, id, "everyone"),
      (id: string, who: CoachViewer) => withdrawLesson(who, id, now),
      (id: string, who: CoachViewer) => bringBackLesson(who, id),
    ]) {
      await expect(act(lessonId, ada)).rejects.toMatchObject(notFound);
      await expect(act(randomUUID(), sol)).rejects.toMatchObject(notFound);
    }
    expect(await actsUpon(lessonId)).toEqual([]);
  });
});
