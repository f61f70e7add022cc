import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, lessonDrafts, lessonVersions } from "#db/schema/index.ts";
import { discardDraft, openDraft, replaceDraft, saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-12-01T10:00:00Z");
const language = "en";
const shipped = ":::idea\nAs it came.\n:::\n";
const mine = ":::idea\nMine.\n:::\n";
const words = { title: "Two lines", summary: "What it is.", goal: "Afterwards you know." };
const writtenElsewhere = { name: "Refusal", code: "written_elsewhere", status: 409 };
const notReady = {
  code: "not_ready",
  status: 422,
  offer: { problems: [{ block: 1, sentence: "Give this exercise a title." }] },
};
const notFound = { name: "NotFound" };

const idOfLesson = async () => (await aLesson({ body: shipped })).id;
const begin = async (body = mine) => {
  const [coach, lessonId] = [await aCoach({ name: "Sol" }), await idOfLesson()];
  const { revision } = await saveDraft(
    coach,
    { lessonId, language, revision: 0, version: 1, words, body },
    now,
  );
  return { coach, lessonId, revision };
};
const bodyOf = async (coach: Parameters<typeof openDraft>[0], lessonId: string) =>
  (await openDraft(coach, lessonId, language)).body;
const actsUpon = async (lessonId: string) =>
  (
    await asSystem("a test looks", (tx) =>
      tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, lessonId)),
    )
  ).map(({ action }) => action);
const draftsOf = (lessonId: string) =>
  asSystem("a test looks", (tx) => tx.select().from(lessonDrafts).where(eq(lessonDrafts.lessonId, lessonId)));

describe("opening a lesson to write in it", () => {
  test("shows what readers have, and stores nothing", async () => {
    const [coach, lessonId] = [await aCoach(), await idOfLesson()];
    expect(await openDraft(coach, lessonId, language)).toMatchObject({
      body: shipped,
      revision: 0,
      version: 1,
      writtenBy: null,
    });
    expect(await draftsOf(lessonId)).toEqual([]);
  });

  test("shows the draft, whoever wrote it", async () => {
    const { coach, lessonId, revision } = await begin();
    expect(await openDraft(await aCoach(), lessonId, language)).toMatchObject({
      body: mine,
      words,
      revision,
      version: 1,
      writtenBy: { id: coach.id, name: "Sol" },
      writtenAt: now,
    });
  });

  test("finds nothing where there is no such lesson, or none in that language", async () => {
    const [coach, lessonId] = [await aCoach(), await idOfLesson()];
    await expect(openDraft(coach, randomUUID(), language)).rejects.toMatchObject(notFound);
    await expect(openDraft(coach, lessonId, "es")).rejects.toMatchObject(notFound);
  });
});

describe("a draft", () => {
  test("is kept save by save, and said once to have been begun", async () => {
    const { coach, lessonId, revision } = await begin();
    const next = { lessonId, language, revision, version: 1, words, body: ":::idea\nMore.\n:::\n" };
    expect(await saveDraft(coach, next, now)).toEqual({ revision: revision + 1 });
    expect(await bodyOf(coach, lessonId)).toBe(":::idea\nMore.\n:::\n");
    expect(await actsUpon(lessonId)).toEqual(["lesson.draft_begun"]);
  });

  test("is not written over by one who began from an older one; they are told who wrote, and what", async () => {
    const { lessonId } = await begin();
    const late = { lessonId, language, revision: 0, version: 1, words, body: "Late" };
    await expect(saveDraft(await aCoach(), late, now)).rejects.toMatchObject({
      ...writtenElsewhere,
      message: "Sol wrote here meanwhile. What you typed is still here, and not saved.",
      offer: { draft: { blocks: [{ html: "<p>Mine.</p>" }], words, writtenBy: { name: "Sol" } } },
    });
  });

  test("is not begun from a version that is no longer the newest", async () => {
    const { coach, lessonId, revision } = await begin();
    await publishDraft(coach, { lessonId, language, revision }, now);
    const late = { lessonId, language, revision: 0, version: 1, words, body: "Late" };
    await expect(saveDraft(coach, late, now)).rejects.toMatchObject({
      ...writtenElsewhere,
      offer: { draft: { blocks: [{ html: "<p>Mine.</p>" }], revision: 0, version: 2 } },
    });
    expect(await draftsOf(lessonId)).toEqual([]);
  });

  test("is not taken for another that was begun after it was let go", async () => {
    const { coach, lessonId, revision } = await begin();
    await discardDraft(coach, { lessonId, language, revision });
    await saveDraft(coach, { lessonId, language, revision: 0, version: 1, words, body: "Anew" }, now);
    await expect(
      saveDraft(coach, { lessonId, language, revision, version: 1, words, body: "Late" }, now),
    ).rejects.toMatchObject(writtenElsewhere);
    expect(await bodyOf(coach, lessonId)).toBe("Anew");
  });

  test("is begun by one of two who begin at once, and goes on by one of two who go on", async () => {
    const [lessonId, coaches] = [await idOfLesson(), [await aCoach(), await aCoach()]];
    const both = async (revision: number) =>
      (
        await Promise.allSettled(
          coaches.map((coach) =>
            saveDraft(coach, { lessonId, language, revision, version: 1, words, body: mine }, now),
          ),
        )
      ).toSorted((one, other) => one.status.localeCompare(other.status));
    const [won, lost] = await both(0);
    expect(lost).toMatchObject({ status: "rejected", reason: writtenElsewhere });
    const { revision } = won?.status === "fulfilled" ? won.value : { revision: 0 };
    expect(await both(revision)).toMatchObject([
      { status: "fulfilled", value: { revision: revision + 1 } },
      { status: "rejected", reason: writtenElsewhere },
    ]);
  });

  test("is a language's own", async () => {
    const { coach, lessonId } = await begin();
    await replaceDraft(coach, { lessonId, language: "es", words, body: "Hola" }, now);
    expect(await bodyOf(coach, lessonId)).toBe(mine);
    expect((await openDraft(coach, lessonId, "es")).body).toBe("Hola");
  });

  test("is nothing a client can read or write", async () => {
    const { coach, lessonId } = await begin();
    const client = await aClient();
    expect(await asViewer(client, (tx) => tx.select().from(lessonDrafts))).toEqual([]);
    const row = { lessonId, language: "de", ...words, body: "", revision: 1, editedAt: now };
    for (const editedBy of [client.id, coach.id])
      await expect(
        asViewer(client, (tx) => tx.insert(lessonDrafts).values({ ...row, editedBy })),
      ).rejects.toThrow();
    await expect(openDraft(client as never, lessonId, "de")).rejects.toMatchObject(notFound);
  });

  test("of a lesson that is not there is not found", async () => {
    const coach = await aCoach();
    const text = { lessonId: randomUUID(), language, words, body: mine };
    await expect(saveDraft(coach, { ...text, revision: 0, version: 0 }, now)).rejects.toMatchObject(notFound);
    await expect(saveDraft(coach, { ...text, revision: 3, version: 0 }, now)).rejects.toMatchObject(notFound);
    await expect(replaceDraft(coach, text, now)).rejects.toMatchObject(notFound);
    await expect(discardDraft(coach, { ...text, revision: 3 })).rejects.toMatchObject(notFound);
    await expect(publishDraft(coach, { ...text, revision: 3 }, now)).rejects.toMatchObject(notFound);
  });
});

describe("a text that takes a draft's place", () => {
  test("is the next revision, so that whoever was writing is told", async () => {
    const { coach, lessonId, revision } = await begin();
    const other = await aCoach();
    expect(await replaceDraft(other, { lessonId, language, words, body: shipped }, now)).toEqual({
      revision: revision + 1,
    });
    await expect(
      saveDraft(coach, { lessonId, language, revision, version: 1, words, body: "Mine" }, now),
    ).rejects.toMatchObject(writtenElsewhere);
    expect(await actsUpon(lessonId)).toEqual(["lesson.draft_begun", "lesson.draft_replaced"]);
  });
});

describe("letting go of a draft", () => {
  test("gives back what readers have", async () => {
    const { coach, lessonId, revision } = await begin();
    await discardDraft(coach, { lessonId, language, revision });
    expect(await openDraft(coach, lessonId, language)).toMatchObject({ body: shipped, revision: 0 });
    expect(await actsUpon(lessonId)).toEqual(["lesson.draft_begun", "lesson.draft_discarded"]);
  });

  test("is refused where somebody wrote on meanwhile, and where it is all there is", async () => {
    const { coach, lessonId, revision } = await begin();
    await saveDraft(coach, { lessonId, language, revision, version: 1, words, body: "More" }, now);
    await expect(discardDraft(await aCoach(), { lessonId, language, revision })).rejects.toMatchObject(
      writtenElsewhere,
    );
    const es = await replaceDraft(coach, { lessonId, language: "es", words, body: "Hola" }, now);
    await expect(discardDraft(coach, { lessonId, language: "es", ...es })).rejects.toMatchObject({
      name: "Refusal",
      code: "only_text",
    });
    expect(await draftsOf(lessonId)).toHaveLength(2);
  });
});

describe("publishing", () => {
  test("makes the draft the next version; the one before it stays as it was", async () => {
    const { coach, lessonId, revision } = await begin();
    expect(await publishDraft(coach, { lessonId, language, revision }, now)).toEqual({ number: 2 });
    const versions = await asSystem("a test looks", (tx) =>
      tx
        .select({ number: lessonVersions.number, body: lessonVersions.body, by: lessonVersions.publishedBy })
        .from(lessonVersions)
        .where(and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.language, language)))
        .orderBy(lessonVersions.number),
    );
    expect(versions).toEqual([
      { number: 1, body: shipped, by: null },
      { number: 2, body: mine, by: coach.id },
    ]);
    expect(await draftsOf(lessonId)).toEqual([]);
    expect(await actsUpon(lessonId)).toEqual(["lesson.draft_begun", "lesson.published"]);
  });

  test.each([
    ["a block that is not done", `${mine}\n:::exercise\nLook.\n:::\n`, words, notReady],
    ["no blocks", "", words, { code: "no_blocks", status: 422 }],
    ["no title", mine, { ...words, title: " " }, { code: "words_missing", field: "title" }],
    ["no goal", mine, { ...words, goal: "" }, { code: "words_missing", field: "goal" }],
  ])("is refused for %s, and the draft stays", async (_, body, said, refusal) => {
    const [coach, lessonId] = [await aCoach(), await idOfLesson()];
    const written = { lessonId, language, revision: 0, version: 1, words: said, body };
    const { revision } = await saveDraft(coach, written, now);
    await expect(publishDraft(coach, { lessonId, language, revision }, now)).rejects.toMatchObject({
      name: "Refusal",
      ...refusal,
    });
    expect(await bodyOf(coach, lessonId)).toBe(body);
  });

  test("gives what is new its ids, out of its words, and none under which readers wrote something else", async () => {
    const coach = await aCoach();
    const body = ":::exercise[Look]{#look}\n::field[Here]{#here}\n:::\n";
    const { id: lessonId } = await aLesson({ body });
    const publish = async (text: string) => {
      const written = { lessonId, language, words, body: text };
      const { revision } = await replaceDraft(coach, written, now);
      await publishDraft(coach, { lessonId, language, revision }, now);
      return bodyOf(coach, lessonId);
    };
    const anew =
      ":::exercise[Look]\n::field[Here]\n::field[Here]\n:::\n\n:::journal_prompt\nWhat do you see now, and how?\n:::\n";
    const named = await publish(anew);
    expect(readLesson(named).blocks).toMatchObject([
      { id: "look-2", fields: [{ id: "here" }, { id: "here-2" }] },
      { id: "what-do-you-see" },
    ]);
    expect(await publish(named)).toBe(named);
  });

  test("is refused of an older draft than there is, and where there is none", async () => {
    const { coach, lessonId, revision } = await begin();
    await saveDraft(coach, { lessonId, language, revision, version: 1, words, body: "More" }, now);
    for (const older of [0, revision])
      await expect(publishDraft(coach, { lessonId, language, revision: older }, now)).rejects.toMatchObject(
        writtenElsewhere,
      );
    const untouched = await idOfLesson();
    await expect(
      publishDraft(coach, { lessonId: untouched, language, revision: 0 }, now),
    ).rejects.toMatchObject(writtenElsewhere);
  });

  test("of two at once is done once, and the other is told", async () => {
    const { coach, lessonId, revision } = await begin();
    const ends = await Promise.allSettled(
      [coach, await aCoach()].map((one) => publishDraft(one, { lessonId, language, revision }, now)),
    );
    expect(ends.toSorted((one, other) => one.status.localeCompare(other.status))).toMatchObject([
      { status: "fulfilled", value: { number: 2 } },
      { status: "rejected", reason: writtenElsewhere },
    ]);
  });

  test("is nothing a client can do, whatever name they put under it", async () => {
    const { coach, lessonId } = await begin();
    const client = await aClient();
    const row = { lessonId, language, ...words, body: mine, number: 2, publishedAt: now };
    for (const publishedBy of [client.id, coach.id, null])
      await expect(
        asViewer(client, (tx) => tx.insert(lessonVersions).values({ ...row, publishedBy })),
      ).rejects.toThrow();
  });
});
