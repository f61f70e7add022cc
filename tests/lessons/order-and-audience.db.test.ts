import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { orderLessons } from "#lib/lessons/authoring/order.ts";
import { bringBackLesson, setAudience, withdrawLesson } from "#lib/lessons/authoring/standing.ts";
import { findLesson } from "#lib/lessons/queries.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient } from "#tests/support/people.ts";
import { actsUpon, ada, kim, now, onAShelf, orderOf, slugOf, sol, threeLessons } from "./a-shelf.ts";

const notFound = { name: "NotFound" };
onAShelf();

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
