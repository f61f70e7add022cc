import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { courses, lessonDrafts, lessons, lessonVersions } from "#db/schema/index.ts";
import { addCourse, changeCourse } from "#lib/lessons/authoring/courses.ts";
import { addLanguage, addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { withdrawLesson } from "#lib/lessons/authoring/standing.ts";
import { motifInput } from "#lib/lessons/course-files.ts";
import { findLesson, listCourses } from "#lib/lessons/queries.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient } from "#tests/support/people.ts";
import {
  aCourse,
  actsUpon,
  ada,
  courseOf,
  kim,
  now,
  onAShelf,
  orderOf,
  slugOf,
  sol,
  threeLessons,
  words,
} from "./a-shelf.ts";

const notFound = { name: "NotFound" };
onAShelf();

describe("the shelf of lessons", () => {
  test("shows every coach all courses, with what is published, drafted and withdrawn, and by whom", async () => {
    const { courseId, ids } = await threeLessons();
    await withdrawLesson(kim, ids[1], now);
    const shelf = await listShelf(kim);
    expect(shelf[0]?.lessons[0]).toMatchObject({
      audience: "everyone",
      texts: [{ language: "en", published: { number: 1, at: now, by: null }, draft: null }],
    });
    const course = shelf.find(({ id }) => id === courseId);
    expect(course).toMatchObject({ ...words, language: "en" });
    expect(course?.lessons.map(({ title }) => title)).toEqual(["One", "Two", "Three"]);
    expect(course?.lessons[1]).toMatchObject({
      audience: "clients",
      withdrawnAt: now,
      texts: [{ published: null, draft: { at: now, by: "Sol" } }],
    });
  });

  test("has nothing in it that is not for readers when a client looks", async () => {
    await threeLessons();
    const shelf = await listShelf(ada);
    expect(
      shelf.flatMap((course) => course.lessons.flatMap(({ texts }) => texts.map((one) => one.draft))),
    ).not.toContainEqual(expect.objectContaining({ by: "Sol" }));
  });
});

describe("a new course", () => {
  test("stands last, is found by readers once it has a lesson, and has a slug of its own", async () => {
    const [one, other] = [await aCourse(), await addCourse(kim, words)];
    const ids = (await listShelf(kim)).map(({ id }) => id);
    expect(ids.slice(-2)).toEqual([one, other]);
    expect((await listCourses(undefined)).map(({ id }) => id)).not.toContain(one);
    const slugs = await asSystem("a test looks", (tx) => tx.select({ slug: courses.slug }).from(courses));
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(slugs.length);
    expect(await actsUpon(other)).toEqual([{ action: "course.added", by: kim.id }]);
  });

  test("of two that are made at once with one title both are there", async () => {
    const made = await Promise.all([1, 2, 3].map(() => addCourse(sol, { ...words, title: "At once" })));
    expect(new Set(made).size).toBe(3);
  });

  test("is refused to a client by the database itself", async () => {
    await expect(addCourse(ada, words)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the words of a course", () => {
  const others = { ...words, title: "Mornings" };

  test("are changed, and the later of two is told", async () => {
    const id = await aCourse();
    await changeCourse(kim, id, { words: others, seen: words });
    expect(await courseOf(id)).toMatchObject(others);
    await expect(
      changeCourse(sol, id, { words: { ...words, summary: "No" }, seen: words }),
    ).rejects.toMatchObject({
      code: "changed_elsewhere",
      status: 409,
    });
    expect(await courseOf(id)).toMatchObject(others);
  });

  test("of two at once, one stands whole", async () => {
    const id = await aCourse();
    const both = await Promise.allSettled(
      [sol, kim].map((coach, at) =>
        changeCourse(coach, id, { words: { ...words, title: `${at}`, summary: `${at}` }, seen: words }),
      ),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const course = await courseOf(id);
    expect(course?.title).toBe(course?.summary);
  });

  test("are not there for a client, nor those of no course for anybody", async () => {
    const id = await aCourse();
    await expect(changeCourse(ada, id, { words: others, seen: words })).rejects.toMatchObject(notFound);
    await expect(changeCourse(sol, randomUUID(), { words: others, seen: words })).rejects.toMatchObject(
      notFound,
    );
  });
});

describe("a new lesson", () => {
  test("is a draft at the end of its course that no reader finds, with lines of its own", async () => {
    const { courseId } = await threeLessons();
    const { id, language } = await addLesson(kim, { courseId, title: "A pause" }, now);
    expect(language).toBe("en");
    expect((await orderOf(courseId)).at(-1)).toBe(id);
    expect(await findLesson(await aClient(), "a-pause")).toBeUndefined();
    const [draft] = await asSystem("a test looks", (tx) =>
      tx.select().from(lessonDrafts).where(eq(lessonDrafts.lessonId, id)),
    );
    expect(draft).toMatchObject({ title: "A pause", body: "", revision: 1, editedBy: kim.id });
    const [lesson] = await asSystem("a test looks", (tx) =>
      tx.select().from(lessons).where(eq(lessons.id, id)),
    );
    expect(lesson).toMatchObject({ slug: "a-pause", audience: "clients", withdrawnAt: null });
    expect(motifInput.safeParse(lesson?.motif).success).toBe(true);
    expect(await actsUpon(id)).toEqual([{ action: "lesson.added", by: kim.id }]);
  });

  test("has an address that no other lesson has, however many are made at once", async () => {
    const courseId = await aCourse();
    const both = [sol, kim, sol, kim].map((coach) => addLesson(coach, { courseId, title: "The same" }, now));
    const slugs = await Promise.all((await Promise.all(both)).map(({ id }) => slugOf(id)));
    expect(slugs.sort()).toEqual(["the-same", "the-same-2", "the-same-3", "the-same-4"]);
    expect(new Set(await orderOf(courseId)).size).toBe(4);
  });

  test("cannot be put in no course, nor by a client", async () => {
    const courseId = await aCourse();
    await expect(addLesson(sol, { courseId: randomUUID(), title: "A" }, now)).rejects.toMatchObject(notFound);
    await expect(addLesson(ada, { courseId, title: "A" }, now)).rejects.toMatchObject(notFound);
    expect(await orderOf(courseId)).toEqual([]);
  });
});

describe("a lesson in another language", () => {
  const body = ":::idea\nHello.\n:::\n";
  const versionOf = async (lessonId: string) =>
    (
      await asSystem("a test looks", (tx) =>
        tx
          .select({ id: lessonVersions.id })
          .from(lessonVersions)
          .where(eq(lessonVersions.lessonId, lessonId)),
      )
    )[0]?.id ?? "";

  test("begins with the text of a version, as a draft; readers get it once it is published", async () => {
    const lessonId = (await aLesson({ body })).id;
    await addLanguage(kim, lessonId, { language: "es", versionId: await versionOf(lessonId) }, now);
    const shelf = (await listShelf(sol)).flatMap((course) => course.lessons);
    const texts = shelf.find(({ id }) => id === lessonId)?.texts;
    expect(texts?.map(({ language, draft }) => [language, draft?.by])).toEqual([
      ["en", undefined],
      ["es", "Kim"],
    ]);
    const slug = await slugOf(lessonId);
    expect(await findLesson(sol, slug, "es")).toMatchObject({ language: "en" });
    await publishDraft(kim, { lessonId, language: "es", revision: 1 }, now);
    expect(await findLesson(sol, slug, "es")).toMatchObject({ language: "es", otherLanguages: ["en"] });
  });

  test("is refused where it is there already, as a draft or published; of two at once one is told", async () => {
    const lessonId = (await aLesson({ body })).id;
    const versionId = await versionOf(lessonId);
    const there = { code: "language_there", field: "language", status: 409 };
    await expect(addLanguage(sol, lessonId, { language: "en", versionId }, now)).rejects.toMatchObject(there);
    const both = await Promise.allSettled(
      [sol, kim].map((coach) => addLanguage(coach, lessonId, { language: "pt-BR", versionId }, now)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(addLanguage(sol, lessonId, { language: "pt-BR", versionId }, now)).rejects.toMatchObject(
      there,
    );
  });

  test("does not begin with another lesson's text, nor for a client", async () => {
    const [lessonId, other] = [(await aLesson({ body })).id, (await aLesson({ body })).id];
    const theirs = { language: "es", versionId: await versionOf(other) };
    await expect(addLanguage(sol, lessonId, theirs, now)).rejects.toMatchObject(notFound);
    await expect(addLanguage(ada, other, theirs, now)).rejects.toMatchObject(notFound);
    await expect(addLanguage(sol, randomUUID(), theirs, now)).rejects.toMatchObject(notFound);
  });
});
