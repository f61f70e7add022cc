import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { replaceDraft } from "#lib/lessons/authoring/drafts.ts";
import { listLanguages, previewLesson } from "#lib/lessons/authoring/preview.ts";
import { findLesson } from "#lib/lessons/queries.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-12-01T10:00:00Z");
const words = { title: "Two lines", summary: "What it is.", goal: "Afterwards you know." };

describe("a draft as readers would see it", () => {
  test("is shown with what is not ready yet, and readers see nothing of it", async () => {
    const coach = await aCoach();
    const { id: lessonId, slug } = await aLesson({ body: ":::idea\nAs it came.\n:::\n" });
    const body = ":::idea\nMine.\n:::\n\n:::journal_prompt\nWhat now?\n:::\n\n:::exercise\nLook.\n:::\n";
    await replaceDraft(coach, { lessonId, language: "en", words, body }, now);
    expect(await previewLesson(coach, lessonId, "en")).toMatchObject({
      ...words,
      slug,
      number: 1,
      blocks: [
        { type: "idea", html: "<p>Mine.</p>" },
        { type: "journal_prompt", id: "what-now" },
        { type: "exercise", title: "" },
      ],
    });
    expect((await findLesson(await aClient(), slug))?.blocks).toMatchObject([{ html: "<p>As it came.</p>" }]);
  });

  test("is what readers have where there is no draft, and nothing where there is no lesson", async () => {
    const [coach, { id }] = [await aCoach(), await aLesson({ body: ":::idea\nAs it came.\n:::\n" })];
    expect((await previewLesson(coach, id, "en"))?.blocks).toMatchObject([{ html: "<p>As it came.</p>" }]);
    expect(await previewLesson(coach, randomUUID(), "en")).toBeUndefined();
    await expect(previewLesson(coach, id, "es")).rejects.toMatchObject({ name: "NotFound" });
  });

  test("may be begun in several languages, the course's own first", async () => {
    const [coach, { id: lessonId }] = [await aCoach(), await aLesson()];
    for (const language of ["de", "es"])
      await replaceDraft(coach, { lessonId, language, words, body: "" }, now);
    expect(await listLanguages(coach, lessonId)).toEqual(["en", "de", "es"]);
    expect(await listLanguages(coach, randomUUID())).toEqual([]);
  });
});
