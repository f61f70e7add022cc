import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeSet } from "#lib/questions/authoring/own-sets.ts";
import { findSet } from "#lib/questions/authoring/queries.ts";
import { saveSet } from "#lib/questions/authoring/save-set.ts";
import { findAskedVersion } from "#lib/questions/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { auditOf } from "#tests/bookings/look.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Coach } from "#tests/support/people.ts";
import { anOwn, opened, shippedId } from "./sets.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");

beforeAll(() => ensureQuestions(database.url, now));

/** A copy of the questions for couples, so that each test has a set of its own. */
async function aSet(coach: Coach) {
  const { id } = await makeSet(coach, { name: "For two", from: await shippedId("couple") }, now);
  return { id, set: await opened(coach, id) };
}

const versionsOf = async (coach: Coach, id: string) => (await findSet(coach, id))?.versions ?? [];

describe("a coach who changes a set", () => {
  test("makes a new version, and the one before it stays as it was", async () => {
    const coach = await aCoach({ name: "Amara" });
    const { id, set } = await aSet(coach);
    const before = await versionsOf(coach, id);
    const [first, second, ...rest] = set.questions;
    if (!first || !second) throw new Error("There are two");
    const questions = [second, { ...first, text: "Can you speak freely?" }, ...rest, anOwn()];
    expect(await saveSet(coach, id, { ...set, questions }, now + 1)).toEqual({ number: 2 });

    const [newest, older] = await versionsOf(coach, id);
    expect(newest).toMatchObject({ number: 2, at: now + 1, by: { id: coach.id, name: "Amara" } });
    expect(newest?.questions.map(({ key }) => key)).toEqual(questions.map(({ key }) => key));
    expect(newest?.questions[1]).toMatchObject({
      partner: "never",
      stays: true,
      concern: { tier: "talk_first" },
    });
    expect([older]).toEqual(before);
    expect(await auditOf(id)).toContainEqual(expect.objectContaining({ action: "questions.saved" }));
  });

  test("makes no version of what is the same, and can still name the set anew", async () => {
    const coach = await aCoach();
    const { id, set } = await aSet(coach);
    expect(await saveSet(coach, id, { ...set, name: "For both" }, now)).toEqual({ number: 1 });
    expect(await findSet(coach, id)).toMatchObject({ name: "For both", versions: [{ number: 1 }] });
  });

  test("can ask again what was once left out, and it is the same question", async () => {
    const coach = await aCoach();
    const { id, set } = await aSet(coach);
    const without = set.questions.filter(({ key }) => key !== "hope");
    await saveSet(coach, id, { ...set, questions: without }, now);
    await saveSet(coach, id, { ...set, on: 2 }, now);
    expect((await versionsOf(coach, id)).map(({ questions }) => questions.length)).toEqual([8, 7, 8]);
  });

  test.each<[string, (set: Awaited<ReturnType<typeof opened>>) => object, object]>([
    [
      "an empty question",
      ({ questions }) => ({ questions: [...questions, anOwn({ type: "choice", options: [] })] }),
      { field: "questions.8.options", message: "Please give at least two to choose from." },
    ],
    [
      "one that must be answered, without why",
      ({ questions }) => ({ questions: [anOwn({ required: true }), ...questions] }),
      { field: "questions.0.why" },
    ],
    [
      "two of one key",
      ({ questions }) => ({ questions: [...questions, anOwn(), anOwn()] }),
      { message: "A question is there twice." },
    ],
    [
      "one that stays, left out",
      ({ questions }) => ({ questions: questions.slice(1) }),
      { code: "stays", message: expect.stringContaining("How freely can you speak") },
    ],
    [
      "a switch for what is never for a partner",
      ({ questions }) => ({ questions: questions.map((one) => ({ ...one, partner: "may" })) }),
      { code: "stays", field: "questions.0.partner" },
    ],
    [
      "what is never for a partner, of their own",
      ({ questions }) => ({ questions: [...questions, anOwn({ partner: "never" })] }),
      { code: "stays", field: "questions.8.partner" },
    ],
  ])("is told of %s, and nothing is saved", async (_, change, refusal) => {
    const coach = await aCoach();
    const { id, set } = await aSet(coach);
    await expect(saveSet(coach, id, { ...set, ...change(set) }, now)).rejects.toMatchObject(refusal);
    expect(await versionsOf(coach, id)).toHaveLength(1);
  });

  test("finds nothing where there is no such set", async () => {
    const coach = await aCoach();
    const { set } = await aSet(coach);
    await expect(saveSet(coach, randomUUID(), set, now)).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("two coaches who change one set", () => {
  test("the later one is told who was there, and gets theirs beside what they typed", async () => {
    const [amara, kim] = [await aCoach({ name: "Amara" }), await aCoach({ name: "Kim" })];
    const { id, set } = await aSet(amara);
    const questions = [...set.questions, anOwn()];
    await saveSet(kim, id, { ...set, questions }, now);
    const late = saveSet(amara, id, { ...set, questions: set.questions.toReversed() }, now);
    await expect(late).rejects.toMatchObject({
      code: "written_elsewhere",
      status: 409,
      message: "Kim saved this set meanwhile. What you typed is still here, and not saved.",
      offer: { name: "For two", newest: { number: 2, by: { name: "Kim" } } },
    });
    // They can still make theirs the newest, and nothing of the other's is gone.
    const over = { ...set, on: 2, questions: set.questions.toReversed() };
    expect(await saveSet(amara, id, over, now)).toEqual({ number: 3 });
    expect((await versionsOf(amara, id))[1]?.questions).toHaveLength(9);
  });

  test("whoever named it meanwhile is not written over", async () => {
    const [amara, kim] = [await aCoach(), await aCoach({ name: "Kim" })];
    const { id, set } = await aSet(amara);
    await saveSet(kim, id, { ...set, name: "For couples" }, now);
    const late = saveSet(amara, id, { ...set, questions: [...set.questions, anOwn()] }, now);
    await expect(late).rejects.toMatchObject({ code: "written_elsewhere", offer: { name: "For couples" } });
  });

  test("at the same moment: one makes the version, all others are told", async () => {
    const coaches = await Promise.all(Array.from({ length: 6 }, () => aCoach()));
    const { id, set } = await aSet(coaches[0] as Coach);
    const tried = await Promise.allSettled(
      coaches.map((coach, at) =>
        saveSet(coach, id, { ...set, questions: [...set.questions, anOwn({ key: `own_${at}` })] }, now),
      ),
    );
    const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(5);
    for (const reason of refused)
      expect(reason).toMatchObject({ code: "written_elsewhere", offer: { newest: { number: 2 } } });
    expect((await versionsOf(coaches[0] as Coach, id)).map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe("a client", () => {
  test("finds no version that is not there", async () => {
    expect(await findAskedVersion(await aClient(), randomUUID())).toBeUndefined();
  });

  test("changes nothing, even past the routes", async () => {
    const client = (await aClient()) as unknown as Coach;
    const { id, set } = await aSet(await aCoach());
    const tried = saveSet(client, id, { ...set, questions: [...set.questions, anOwn()] }, now);
    await expect(tried).rejects.toThrow("42501");
    await expect(makeSet(client, { name: "Mine", from: null }, now)).rejects.toThrow("42501");
  });
});
