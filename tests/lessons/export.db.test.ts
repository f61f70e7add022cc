import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { openDraft, saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { exportCourse, zipFolder } from "#lib/lessons/authoring/export.ts";
import { addLanguage, addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { orderLessons } from "#lib/lessons/authoring/order.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { withdrawLesson } from "#lib/lessons/authoring/standing.ts";
import { readLessonFile } from "#lib/lessons/course-files.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { checkout } from "#lib/running/install.mjs";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");
const home = join(checkout, "db", "course");

let sol: CoachViewer;
beforeAll(async () => {
  await ensureCourse(database.url, now);
  sol = await aCoach();
});

const unpacked = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);

async function shippedFolder() {
  const names = (await readdir(home)).sort();
  const lessons = names.filter((name) => name !== "course.md");
  // Lessons are numbered without gaps.
  const named = lessons.map((name, index) => [`${String(index + 1).padStart(2, "0")}${name.slice(2)}`, name]);
  return Promise.all(
    [["course.md", "course.md"], ...named].map(
      async ([as = "", name = ""]) => [as, await readFile(join(home, name), "utf8")] as const,
    ),
  );
}

describe("a course that is taken along", () => {
  test("is the folder in which it came, byte for byte, as long as nobody has touched it", async () => {
    const [course] = await listShelf(sol);
    const files = unpacked(zipFolder(await exportCourse(sol, course?.id ?? "")));
    expect(files).toEqual(await shippedFolder());
  });

  test("has what is published, in its order and in every language, withdrawn lessons too, and no drafts", async () => {
    const courseId = await addCourse(sol, { title: "Evenings", summary: "Small things.", intro: "Begin." });
    const body = ":::idea\nHello.\n:::\n";
    const published = async (title: string) => {
      const { id: lessonId } = await addLesson(sol, { courseId, title }, now);
      const text = { lessonId, language: "en" };
      const words = { title, summary: "What it is.", goal: "What for." };
      const { revision } = await saveDraft(sol, { ...text, revision: 1, version: 0, words, body }, now);
      await publishDraft(sol, { ...text, revision }, now);
      return lessonId;
    };
    const [one, two] = [await published("One"), await published("Two")];
    await addLesson(sol, { courseId, title: "Only begun" }, now);
    const course = async () => (await listShelf(sol)).find(({ id }) => id === courseId);
    const versionId = (await course())?.lessons[0]?.texts[0]?.published?.id ?? "";
    await addLanguage(sol, one, { language: "es", versionId }, now);
    const { revision } = await openDraft(sol, one, "es");
    await publishDraft(sol, { lessonId: one, language: "es", revision }, now);
    await withdrawLesson(sol, two, now);
    const seen = (await course())?.lessons.map(({ id }) => id) ?? [];
    await orderLessons(sol, courseId, { order: [two, one, ...seen.slice(2)], seen });

    const files = await exportCourse(sol, courseId);
    expect([...files.keys()]).toEqual(["course.md", "01-two.md", "02-one.md", "02-one.es.md"]);
    expect(readLessonFile(files.get("02-one.es.md") ?? "")).toMatchObject({
      title: "One",
      language: "es",
      body,
    });
  });

  test("is not there for no course", async () => {
    await expect(exportCourse(sol, randomUUID())).rejects.toMatchObject({ name: "NotFound" });
  });
});
