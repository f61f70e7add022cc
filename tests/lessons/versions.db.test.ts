import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { openDraft, saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";
import { restoreVersion, undoRestore } from "#lib/lessons/authoring/restore.ts";
import { findText, findVersions } from "#lib/lessons/authoring/versions.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-12-01T10:00:00Z");
const language = "en";
const [first, second, third] = ["One", "Two", "Three"].map((word) => `:::idea\n${word}.\n:::\n`) as [
  string,
  string,
  string,
];
const words = { title: "Two lines", summary: "What it is.", goal: "Afterwards you know." };
const draftChanged = { code: "draft_changed", status: 409 };
const notFound = { name: "NotFound" };

/** A lesson that came with the portal, and of which Sol published another version. */
async function aHistory() {
  const [sol, lessonId] = [await aCoach({ name: "Sol" }), (await aLesson({ body: first })).id];
  const text = { lessonId, language };
  const { revision } = await saveDraft(sol, { ...text, revision: 0, version: 1, words, body: second }, now);
  await publishDraft(sol, { ...text, revision }, now);
  const found = await findVersions(sol, text);
  const oldest = found?.versions.at(-1)?.id ?? "";
  const write = (body: string) => saveDraft(sol, { ...text, revision: 0, version: 2, words, body }, now);
  const draft = async () => {
    const { body, revision } = await openDraft(sol, lessonId, language);
    return revision === 0 ? undefined : { body, revision };
  };
  return { sol, lessonId, text, oldest, write, draft };
}

describe("the versions of a lesson", () => {
  test("are listed with their number, day and author, the newest first, and the draft", async () => {
    const { text, write } = await aHistory();
    const { revision } = await write(third);
    const found = await findVersions(await aCoach(), text);
    expect(found).toMatchObject({
      title: "Two lines",
      versions: [
        { number: 2, at: now, by: "Sol" },
        { number: 1, by: null },
      ],
      draft: { revision, at: now, by: "Sol" },
      languages: ["en"],
    });
  });

  test("are read each as it was", async () => {
    const { sol, text, write } = await aHistory();
    await write(third);
    const bodies = [];
    for (const which of [1, 2, 3, "draft"] as const) bodies.push((await findText(sol, text, which))?.body);
    expect(bodies).toEqual([first, second, undefined, third]);
  });

  test("are not there for a language or a lesson that is not, and drafts for no client", async () => {
    const { sol, text, write } = await aHistory();
    await write(third);
    expect(await findVersions(sol, { ...text, language: "es" })).toBeUndefined();
    expect(await findVersions(sol, { lessonId: randomUUID(), language })).toBeUndefined();
    const client = (await aClient()) as unknown as CoachViewer;
    expect(await findText(client, text, "draft")).toBeUndefined();
  });
});

describe("an earlier version", () => {
  test("becomes the new draft, and goes again when that is undone", async () => {
    const { sol, lessonId, oldest, draft } = await aHistory();
    const { revision, undo } = await restoreVersion(sol, lessonId, { versionId: oldest, over: null }, now);
    expect(await draft()).toEqual({ body: first, revision });
    expect(undo).toBeNull();
    await undoRestore(sol, lessonId, { language, revision, undo }, now);
    expect(await draft()).toBeUndefined();
  });

  test("takes the place of a draft that the coach has seen, which comes back when that is undone", async () => {
    const { sol, lessonId, oldest, write, draft } = await aHistory();
    const { revision: over } = await write(third);
    const { revision, undo } = await restoreVersion(sol, lessonId, { versionId: oldest, over }, now);
    expect((await draft())?.body).toBe(first);
    await undoRestore(sol, lessonId, { language, revision, undo }, now);
    expect((await draft())?.body).toBe(third);
  });

  test("never takes the place of a draft that the coach has not seen", async () => {
    const { sol, lessonId, oldest, write, draft } = await aHistory();
    const { revision } = await write(third);
    for (const over of [null, revision - 1])
      await expect(restoreVersion(sol, lessonId, { versionId: oldest, over }, now)).rejects.toMatchObject(
        draftChanged,
      );
    expect(await draft()).toEqual({ body: third, revision });
  });

  test("is not undone over what somebody wrote meanwhile", async () => {
    const { sol, lessonId, text, oldest, draft } = await aHistory();
    const { revision, undo } = await restoreVersion(sol, lessonId, { versionId: oldest, over: null }, now);
    await saveDraft(await aCoach(), { ...text, revision, version: 2, words, body: third }, now);
    await expect(undoRestore(sol, lessonId, { language, revision, undo }, now)).rejects.toMatchObject(
      draftChanged,
    );
    expect((await draft())?.body).toBe(third);
  });

  test("of two who restore at once one is told", async () => {
    const { sol, lessonId, oldest } = await aHistory();
    const kim = await aCoach();
    const both = await Promise.allSettled(
      [sol, kim].map((coach) => restoreVersion(coach, lessonId, { versionId: oldest, over: null }, now)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: draftChanged });
  });

  test("is not restored by a client, nor into another lesson; what undoes it is of use to nobody else", async () => {
    const { sol, lessonId, oldest, write, draft } = await aHistory();
    const { revision: over } = await write(third);
    const client = (await aClient()) as unknown as CoachViewer;
    const [elsewhere, kim] = [(await aLesson({ body: first })).id, await aCoach()];
    const wish = { versionId: oldest, over };
    await expect(restoreVersion(sol, elsewhere, wish, now)).rejects.toMatchObject(notFound);
    await expect(restoreVersion(client, lessonId, wish, now)).rejects.toMatchObject(draftChanged);
    const { revision, undo } = await restoreVersion(sol, lessonId, wish, now);
    await expect(undoRestore(kim, lessonId, { language, revision, undo }, now)).rejects.toMatchObject({
      code: "no_undo",
    });
    await expect(undoRestore(sol, elsewhere, { language, revision, undo }, now)).rejects.toMatchObject(
      notFound,
    );
    expect((await draft())?.body).toBe(first);
  });
});
