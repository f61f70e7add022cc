import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { clientKeys, lessons, reflections } from "#db/schema/index.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { findWriting } from "#lib/reflections/in-lessons/queries.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { listShown } from "#tests/support/path.ts";
import { aClient, aCoach, type Client } from "#tests/support/people.ts";
import { aNextVersion, findLessonToWriteIn, written } from "#tests/support/writing.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-06-01T10:00:00Z");
const later = now + 60_000;

let lesson: Awaited<ReturnType<typeof findLessonToWriteIn>>;
beforeAll(async () => {
  await ensureCourse(database.url, now);
  lesson = await findLessonToWriteIn();
});

const journal = (author: Client, words: string, revision = 0) =>
  written(author, lesson, "ceiling", { words }, revision);
const answersOf = async (client: Parameters<typeof findWriting>[0], block = "ceiling") =>
  (await findWriting(client, lesson, later)).written[block]?.answers;

describe("what a client writes", () => {
  test("is there again, field by field, with when it was saved on their clock", async () => {
    const ada = await aClient({ zone: "Asia/Tokyo" });
    expect(await saveWriting(ada, journal(ada, "A quiet evening."), now)).toMatchObject({ revision: 1 });
    await saveWriting(
      ada,
      written(ada, lesson, "draw-the-loop", { happened: "He looked away.", did: "I left." }),
      now,
    );
    const writing = await findWriting(ada, lesson, later);
    expect(writing.written.ceiling).toMatchObject({
      answers: { words: "A quiet evening." },
      revision: 1,
      saved: "Saved today at 19:00",
      shares: [],
    });
    expect(writing.written["draw-the-loop"]?.answers).toEqual({
      happened: "He looked away.",
      did: "I left.",
    });
    expect(writing.earlier).toEqual([]);
  });

  test("can be changed field by field, and cleared", async () => {
    const ada = await aClient();
    const loop = (answers: Record<string, string>, revision: number) =>
      saveWriting(ada, written(ada, lesson, "draw-the-loop", answers, revision), now);
    await loop({ happened: "One", told: "Two" }, 0);
    expect(await loop({ told: "Three" }, 1)).toMatchObject({ revision: 2 });
    expect(await answersOf(ada, "draw-the-loop")).toEqual({ happened: "One", told: "Three" });
    expect(await loop({ happened: "", told: " " }, 2)).toMatchObject({ revision: 3 });
    expect(await answersOf(ada, "draw-the-loop")).toEqual({});
  });

  test("is nobody else's", async () => {
    const [ada, ben] = [await aClient(), await aClient()];
    await saveWriting(ada, journal(ada, "Mine."), now);
    expect(await answersOf(ben)).toBeUndefined();
    expect(await saveWriting(ben, journal(ben, "Ben's."), now)).toMatchObject({ revision: 1 });
    expect(await answersOf(ada)).toEqual({ words: "Mine." });
  });

  test("leaves nothing where nothing was written", async () => {
    const ada = await aClient();
    expect(await saveWriting(ada, journal(ada, " "), now)).toMatchObject({ revision: 0 });
    expect(await answersOf(ada)).toBeUndefined();
  });
});

describe("when somebody else has signed in meanwhile", () => {
  test("words do not become theirs", async () => {
    const [ada, ben] = [await aClient(), await aClient()];
    const refusal = { code: "another_person", status: 409 };
    await expect(saveWriting(ben, journal(ada, "Ada's."), now)).rejects.toMatchObject(refusal);
    expect(await answersOf(ben)).toBeUndefined();
    expect(await answersOf(ada)).toBeUndefined();
  });
});

describe("a lesson that is not theirs", () => {
  test("does not exist for writing either", async () => {
    const ada = await aClient();
    const forMentored = await findLessonToWriteIn("companion-for-professionals");
    await expect(saveWriting(ada, written(ada, forMentored, "any", { words: "x" }), now)).rejects.toThrow(
      NotFound,
    );
    const nowhere = { id: crypto.randomUUID(), versionId: lesson.versionId };
    await expect(saveWriting(ada, written(ada, nowhere, "ceiling", { words: "x" }), now)).rejects.toThrow(
      NotFound,
    );
    const mixed = { id: lesson.id, versionId: forMentored.versionId };
    await expect(saveWriting(ada, written(ada, mixed, "ceiling", { words: "x" }), now)).rejects.toThrow(
      NotFound,
    );
  });

  test("nor does one that was withdrawn", async () => {
    const ada = await aClient();
    const other = await findLessonToWriteIn("two-whole-people");
    const withdraw = (withdrawnAt: number | null) =>
      asSystem("a test withdraws a lesson", (tx) =>
        tx.update(lessons).set({ withdrawnAt }).where(eq(lessons.id, other.id)),
      );
    await withdraw(now);
    await expect(saveWriting(ada, written(ada, other, "any", { words: "x" }), now)).rejects.toThrow(NotFound);
    await withdraw(null);
    await expect(saveWriting(ada, written(ada, other, "any", { words: "x" }), now)).rejects.toThrow(Refusal);
  });

  test.each([
    ["no-such-block", { words: "x" }],
    ["ceiling", { happened: "x" }],
    ["draw-the-loop", { words: "x" }],
  ])("%s with %j has no place in the lesson", async (block, answers) => {
    const ada = await aClient();
    const refusal = saveWriting(ada, written(ada, lesson, block, answers), now);
    await expect(refusal).rejects.toMatchObject({ code: "lesson_changed", status: 409 });
  });
});

describe("two devices", () => {
  test("the later one is given both, and nothing is written over", async () => {
    const ada = await aClient();
    await saveWriting(ada, journal(ada, "First."), now);
    await saveWriting(ada, journal(ada, "From the phone.", 1), now);
    await expect(saveWriting(ada, journal(ada, "From the desk.", 1), later)).rejects.toMatchObject({
      code: "written_elsewhere",
      status: 409,
      offer: { stored: { answers: { words: "From the phone." }, revision: 2 } },
    });
    expect(await answersOf(ada)).toEqual({ words: "From the phone." });
    expect(await saveWriting(ada, journal(ada, "From the desk.", 2), later)).toMatchObject({ revision: 3 });
  });

  test("what is sent again because its answer was lost is taken as saved", async () => {
    const ada = await aClient();
    await saveWriting(ada, journal(ada, "First."), now);
    expect(await saveWriting(ada, journal(ada, "First."), later)).toMatchObject({
      revision: 1,
      saved: expect.stringMatching(/^Saved today/),
    });
  });

  test("where nobody can be asked, both are kept, one under the other", async () => {
    const ada = await aClient();
    await saveWriting(ada, journal(ada, "From the phone."), now);
    const joined = await saveWriting(ada, { ...journal(ada, "From the desk."), joins: true }, later);
    expect(joined).toMatchObject({ revision: 2, isJoined: true });
    expect(await answersOf(ada)).toEqual({ words: "From the phone.\n\nFrom the desk." });
  });

  test("that both write for the very first time make one key and one row, and neither loses a word", async () => {
    for (let round = 0; round < 5; round += 1) {
      const ada = await aClient();
      const blocks = ["one", "two", "three", "four"];
      const results = await Promise.allSettled(
        blocks.map((words) => saveWriting(ada, journal(ada, words), now)),
      );
      const kept = results.filter(({ status }) => status === "fulfilled");
      const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(kept).toHaveLength(1);
      for (const reason of refused) expect(reason).toMatchObject({ code: "written_elsewhere" });
      const rows = await asSystem("a test counts", async (tx) => ({
        keys: await tx.$count(clientKeys, eq(clientKeys.clientId, ada.id)),
        reflections: await tx.$count(reflections, eq(reflections.authorId, ada.id)),
      }));
      expect(rows).toEqual({ keys: 1, reflections: 1 });
      expect(Object.values((await answersOf(ada)) ?? {})).toHaveLength(1);
    }
  });

  test("that first write in different places at once can both be read", async () => {
    const ada = await aClient();
    await Promise.all([
      saveWriting(ada, journal(ada, "Above."), now),
      saveWriting(ada, written(ada, lesson, "scared", { words: "Below." }), now),
    ]);
    expect(await answersOf(ada)).toEqual({ words: "Above." });
    expect(await answersOf(ada, "scared")).toEqual({ words: "Below." });
  });
});

describe("a new version of the lesson", () => {
  const withoutJournal = (body: string) => body.replace(/:::journal_prompt[\s\S]*?\n:::\n/, "");
  const withoutTold = (body: string) =>
    body
      .replace(/::field\[What I told myself\].*\n/, "::field[What I felt]{#sensed}\n")
      .replace(" picture=loop", "");

  test("leaves every word: in its place, or at the end with the question as it stood", async () => {
    const ada = await aClient();
    await saveWriting(ada, journal(ada, "From the ceiling."), now);
    await saveWriting(ada, written(ada, lesson, "draw-the-loop", { happened: "One", told: "Two" }), now);
    const next = await aNextVersion(lesson, (body) => withoutTold(withoutJournal(body)));
    const read = () => findWriting(ada, next, later);
    const first = await read();
    expect(first.written["draw-the-loop"]?.answers).toMatchObject({ happened: "One" });
    expect(first.earlier).toMatchObject([
      { block: "ceiling", answers: [{ words: "From the ceiling." }] },
      {
        block: "draw-the-loop",
        title: "Draw the loop",
        answers: [{ label: "What I told myself", words: "Two" }],
      },
    ]);
    expect(first.earlier[0]?.html).toContain("When I picture our loop from the ceiling");

    await saveWriting(
      ada,
      written(ada, next, "draw-the-loop", { happened: "Three", sensed: "Four" }, 1),
      later,
    );
    const second = await read();
    expect(second.written["draw-the-loop"]?.answers).toEqual({
      happened: "Three",
      told: "Two",
      sensed: "Four",
    });
    expect(second.earlier[1]?.answers).toEqual([{ label: "What I told myself", words: "Two" }]);
    await expect(
      saveWriting(ada, written(ada, lesson, "ceiling", { words: "More" }, 1), later),
    ).rejects.toMatchObject({
      code: "lesson_changed",
    });
    // A page that was opened before goes on as long as its places are still there.
    await expect(
      saveWriting(ada, written(ada, lesson, "draw-the-loop", { happened: "Five" }, 2), later),
    ).resolves.toMatchObject({ revision: 3 });
  });

  test("does not take words along that are not beside the button when they are shared", async () => {
    const [ada, coach] = [await aClient(), await aCoach()];
    await aJourney(coach, "individual", ada);
    const told = await findLessonToWriteIn();
    await aNextVersion(told, (body) =>
      body.replace("::field[What I felt]{#sensed}", "::field[Again]{#again}"),
    );
    const newest = await findLessonToWriteIn();
    await saveWriting(ada, written(ada, newest, "draw-the-loop", { happened: "One", again: "Two" }), now);
    const gone = await aNextVersion(newest, (body) => body.replace(/::field\[Again\].*\n/, ""));
    await shareWriting(ada, { ...written(ada, gone, "draw-the-loop", {}, 1), reader: coach.id }, now);
    const [shown] = await listShown(coach, ada.id);
    expect(shown?.answers).toEqual([{ label: "What happened", words: "One" }]);
    lesson = gone;
  });
});
