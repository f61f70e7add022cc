import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { reflectionShares, reflections, reflectionTemplates } from "#db/schema/index.ts";
import type { Question } from "#lib/questions/question.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { saveAnswers } from "#lib/reflections/asked/save-answers.ts";
import { shareAnswers } from "#lib/reflections/asked/share-answers.ts";
import { NotFound } from "#lib/refusal.ts";
import { answered, aReflection, aSharedReflection, calmAnswers } from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import type { Client } from "#tests/support/people.ts";
import { aSetFor, publish, shipped } from "./a-set.ts";
import { aSession, later, now } from "./shared-scene.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, now));

const first = shipped("preparation");
const without = (...keys: string[]) => first.filter(({ key }) => !keys.includes(key));
const inOtherWords = (key: string, change: Partial<Question>) =>
  first.map((one) => (one.key === key ? { ...one, ...change } : one));

async function anOwnSet() {
  const { coach, ada, about } = await aSession();
  return { ada, about, setId: await aSetFor(coach, "preparation", first) };
}

const versionOf = async ({ id }: Client) => {
  const [row] = await asSystem("a test looks", (tx) =>
    tx
      .select({ written: reflections.templateVersionId, shown: reflectionShares.templateVersionId })
      .from(reflections)
      .leftJoin(reflectionShares, eq(reflectionShares.reflectionId, reflections.id))
      .where(eq(reflections.authorId, id)),
  );
  return row;
};

describe("where the questions changed meanwhile", () => {
  test("answers stay on the version they were written on, until they are written on", async () => {
    const { ada, about, setId } = await anOwnSet();
    const sent = await answered(ada, about, { focus: "How to begin.", sleep: 4 }, now);
    await saveAnswers(ada, sent, now);
    await publish(setId, 2, inOtherWords("focus", { text: "What for?" }));
    const page = await findAsked(ada, about, later);
    expect(page.questions[0]?.text).toBe("What for?");
    expect(page.answers).toEqual({ focus: "How to begin.", sleep: 4 });
    expect((await versionOf(ada))?.written).toBe(sent.templateVersionId);
    // Saying the same changes nothing.
    await saveAnswers(ada, { ...sent, revision: 1 }, later);
    expect((await versionOf(ada))?.written).toBe(sent.templateVersionId);
    await aReflection(ada, about, { sleep: 5 }, later);
    expect((await versionOf(ada))?.written).toBe(page.templateVersionId);
  });

  test("what is shared is read under the words it was answered to", async () => {
    const { ada, about, setId } = await anOwnSet();
    const sent = await answered(ada, about, calmAnswers.preparation, now);
    await saveAnswers(ada, sent, now);
    await publish(setId, 2, inOtherWords("focus", { text: "What for?" }));
    await aSharedReflection(ada, about, {}, { now: later });
    expect((await versionOf(ada))?.shown).toBe(sent.templateVersionId);
    expect((await findAsked(ada, about, later)).share).toMatchObject({ isNewest: true });
  });

  test("an answer to what is not asked any more is kept and not shown, and is there when it is asked again", async () => {
    const { ada, about, setId } = await anOwnSet();
    await aReflection(ada, about, { ...calmAnswers.preparation, ease: "Tea." }, now);
    await publish(setId, 2, without("ease"));
    expect((await findAsked(ada, about, later)).answers).toEqual(calmAnswers.preparation);
    await aReflection(ada, about, { sleep: 3 }, later);
    await publish(setId, 3, first);
    expect((await findAsked(ada, about, later)).answers).toEqual({
      ...calmAnswers.preparation,
      ease: "Tea.",
      sleep: 3,
    });
  });

  test("whoever answers what has no place any more is told, and nothing is lost or half kept", async () => {
    const { ada, about, setId } = await anOwnSet();
    const sent = await answered(ada, about, { ease: "Tea.", sleep: 3 }, now);
    await publish(setId, 2, without("ease"));
    await expect(saveAnswers(ada, sent, later)).rejects.toMatchObject({
      code: "questions_changed",
      status: 409,
    });
    expect((await findAsked(ada, about, later)).answers).toEqual({});
    // The twin: what still has a place is taken from a page with the older questions.
    await expect(saveAnswers(ada, { ...sent, answers: { sleep: 3 } }, later)).resolves.toMatchObject({
      revision: 1,
    });
  });

  test("what is required only now is still needed, and said", async () => {
    const { ada, about, setId } = await anOwnSet();
    const sent = await answered(ada, about, calmAnswers.preparation, now);
    await publish(setId, 2, inOtherWords("ease", { required: true, why: "Needed, because." }));
    await expect(shareAnswers(ada, { ...sent, on: null }, later)).rejects.toMatchObject({
      code: "missing",
      offer: { missing: [{ key: "ease" }] },
    });
  });

  test("an option that cannot be chosen any more leaves its question blank", async () => {
    const { ada, about, setId } = await anOwnSet();
    await aReflection(ada, about, { ...calmAnswers.preparation, changes: ["life_event"] }, now);
    const options = first
      .find(({ key }) => key === "changes")
      ?.options.filter(({ key }) => key !== "life_event");
    await publish(setId, 2, inOtherWords("changes", { options: options ?? [] }));
    expect((await findAsked(ada, about, later)).answers).not.toHaveProperty("changes");
    await expect(aSharedReflection(ada, about, {}, { now: later })).rejects.toMatchObject({
      code: "missing",
    });
  });

  test("a set that was put away is not asked, and what was written stays to be read", async () => {
    const { ada, about } = await aSession("guidance");
    await aReflection(ada, about, calmAnswers.guidance, now);
    const archive = (archivedAt: number | null) =>
      asSystem("a test puts a set away", (tx) =>
        tx.update(reflectionTemplates).set({ archivedAt }).where(eq(reflectionTemplates.kind, "guidance")),
      );
    await archive(now);
    const other = await aSession("guidance");
    await expect(findAsked(other.ada, other.about, later)).rejects.toThrow(NotFound);
    expect(await findAsked(ada, about, later)).toMatchObject({
      isOpen: false,
      answers: calmAnswers.guidance,
    });
    await archive(null);
    expect(await findAsked(other.ada, other.about, later)).toMatchObject({ isOpen: true });
  });
});
