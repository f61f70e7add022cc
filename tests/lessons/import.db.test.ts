import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { lessons } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { openDraft, saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { importCourse, lookInto } from "#lib/lessons/authoring/import/import.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { writeLessonFile } from "#lib/lessons/course-files.ts";
import { findLesson } from "#lib/lessons/queries.ts";
import { readShippedCourse } from "#lib/lessons/shipped-course.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

import {
  aFile,
  body,
  everything,
  files,
  lines,
  onShippedCourse,
  shipped,
  shippedId,
  sol,
} from "./a-folder.ts";

const now = Date.parse("2026-12-01T10:00:00Z");
onShippedCourse(now);

async function imported(
  sent: Parameters<typeof lookInto>[1],
  courseId: string | null,
  replace: string[] = [],
) {
  const { plan } = await lookInto(sol, sent, { courseId });
  return importCourse(sol, sent, { courseId, mark: plan?.mark ?? "", replace }, now);
}

describe("importing a folder", () => {
  test("makes a new course with its lessons as drafts, which no reader finds yet", async () => {
    const slug = `evenings-${randomUUID().slice(0, 8)}`;
    const [one, two] = [aFile({ slug: `${slug}-one`, audience: "everyone" }), aFile({ slug: `${slug}-two` })];
    const course = `---\ntitle: Evenings\nslug: ${slug}\nsummary: Small things.\nlanguage: en\n---\n\nBegin.\n`;
    const sent = files({
      "course.md": course,
      "01.md": one,
      "02.md": two,
      "02.es.md": two.replace("language: en", "language: es"),
    });
    expect(await imported(sent, null)).toEqual({ drafts: 3 });
    const made = (await listShelf(sol)).find(({ title }) => title === "Evenings");
    expect(
      made?.lessons.map(({ audience, texts }) => [audience, texts.map((text) => text.language)]),
    ).toEqual([
      ["everyone", ["en"]],
      ["clients", ["en", "es"]],
    ]);
    expect(made?.lessons.flatMap(({ texts }) => texts.map(({ published }) => published))).toEqual([
      null,
      null,
      null,
    ]);
    expect(await findLesson(await aClient(), `${slug}-one`)).toBeUndefined();
    const [lesson] = await asSystem("a test looks", (tx) =>
      tx
        .select({ motif: lessons.motif })
        .from(lessons)
        .where(eq(lessons.slug, `${slug}-one`)),
    );
    expect(lesson?.motif).toEqual(lines);
    const again = await lookInto(sol, sent, { courseId: null });
    expect(again.plan?.steps.map(({ does }) => does)).toEqual(["nothing", "nothing", "nothing"]);
  });

  test("leaves what is published, who finds it, and the course's own words as they are", async () => {
    const { lessons: shippedLessons } = await readShippedCourse();
    const first = shippedLessons[0];
    if (!first) throw new Error("The shipped course has a lesson");
    const course = (shipped.get("course.md") ?? "").replace(/^title: .*$/m, "title: Another name");
    const sent = files({
      "course.md": course,
      "01.md": writeLessonFile({ ...first, title: "Said anew", audience: "mentored" }),
    });
    const { plan } = await lookInto(sol, sent, { courseId: null });
    expect(plan?.course).toMatchObject({ id: shippedId, isKept: true });
    await imported(sent, null);
    expect(await findLesson(undefined, first.slug)).toMatchObject({ title: first.title });
    const there = (await listShelf(sol))[0];
    expect(there?.title).not.toBe("Another name");
    expect(there?.lessons[0]?.audience).toBe("everyone");
    const draft = await openDraft(sol, there?.lessons[0]?.id ?? "", "en");
    expect(draft.words.title).toBe("Said anew");
  });

  async function aDraft() {
    const courseId = await addCourse(sol, { title: "Days", summary: "Small.", intro: "" });
    const slug = `day-${randomUUID().slice(0, 8)}`;
    const sent = (title: string) => files({ "day.md": aFile({ slug, title }) });
    await imported(sent("First"), courseId);
    const lessonId = (await listShelf(sol)).find(({ id }) => id === courseId)?.lessons[0]?.id ?? "";
    const title = async () => (await openDraft(sol, lessonId, "en")).words.title;
    return { courseId, lessonId, sent, title, key: `${slug}.en` };
  }

  test("takes the place of a draft only where the coach said so", async () => {
    const { courseId, sent, title, key } = await aDraft();
    const { plan } = await lookInto(sol, sent("Second"), { courseId });
    expect(plan?.steps).toMatchObject([{ key, does: "over_draft", draft: { by: "Sol", at: now } }]);
    expect(await imported(sent("Second"), courseId)).toEqual({ drafts: 0 });
    expect(await title()).toBe("First");
    expect(await imported(sent("Second"), courseId, [key])).toEqual({ drafts: 1 });
    expect(await title()).toBe("Second");
  });

  test("is refused where somebody wrote since the coach looked", async () => {
    const { courseId, lessonId, sent, title, key } = await aDraft();
    const { plan } = await lookInto(sol, sent("Second"), { courseId });
    const { revision, words } = await openDraft(sol, lessonId, "en");
    const kim = await aCoach();
    const hers = {
      lessonId,
      language: "en",
      revision,
      version: 0,
      words: { ...words, title: "Kim’s" },
      body,
    };
    await saveDraft(kim, hers, now);
    const wish = { courseId, mark: plan?.mark ?? "", replace: [key] };
    await expect(importCourse(sol, sent("Second"), wish, now)).rejects.toMatchObject({
      code: "changed_meanwhile",
      status: 409,
    });
    expect(await title()).toBe("Kim’s");
  });

  test("twice at once makes each lesson once", async () => {
    const courseId = await addCourse(sol, { title: "Twice", summary: "Small.", intro: "" });
    const sent = files({ "a.md": aFile(), "b.md": aFile() });
    const both = await Promise.allSettled([1, 2].map(() => imported(sent, courseId)));
    expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    expect((await listShelf(sol)).find(({ id }) => id === courseId)?.lessons).toHaveLength(2);
  });

  test("needs a course for what is new", async () => {
    await expect(imported(files({ "a.md": aFile() }), null)).rejects.toMatchObject({ code: "no_course" });
    await expect(imported(files({ "a.md": aFile() }), randomUUID())).rejects.toMatchObject({
      code: "no_course",
    });
  });

  test("is refused with problems in it, and to clients; nothing of it is left then", async () => {
    const before = await everything();
    const bad = files({ "a.md": aFile(), "b.md": "Hello" });
    const wish = { courseId: shippedId, mark: "", replace: [] };
    await expect(importCourse(sol, bad, wish, now)).rejects.toMatchObject({ code: "not_ready", status: 422 });
    const client = (await aClient()) as unknown as CoachViewer;
    const sent = files({ "a.md": aFile() });
    const { plan } = await lookInto(client, sent, { courseId: shippedId });
    await expect(importCourse(client, sent, { ...wish, mark: plan?.mark ?? "" }, now)).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await everything()).toBe(before);
  });
});
