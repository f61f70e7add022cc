import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { reflectionTemplates, sessionTypes, templateVersions } from "#db/schema/index.ts";
import { checkInOn, findAskedVersion, setBefore, setOnGuidanceDay } from "#lib/questions/queries.ts";
import type { Question } from "#lib/questions/question.ts";
import { ensureQuestions, shippedSets } from "#lib/questions/shipped-sets.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");

beforeAll(() => ensureQuestions(database.url, now));

const inTest = <T>(work: (tx: Tx) => Promise<T>) => asSystem("a test looks or arranges", work);
const shipped = (kind: string, day?: number) =>
  shippedSets.find((set) => set.kind === kind && set.day === day)?.questions ?? [];
const fewer = shipped("preparation").slice(0, 2);

async function aSet(questions: Question[], archivedAt: number | null = null) {
  return inTest(async (tx) => {
    const [set] = await tx
      .insert(reflectionTemplates)
      .values({ kind: "own", name: "Ours", archivedAt })
      .returning({ id: reflectionTemplates.id });
    const templateId = set?.id ?? "";
    await tx.insert(templateVersions).values({ templateId, number: 1, questions, publishedAt: now });
    return templateId;
  });
}

/** What is asked before a session of a coach who uses this set for it. */
async function askedBefore(kind: "preparation" | "first_conversation" | "guidance", templateId?: string) {
  const [coach, client] = [await aCoach(), await aClient()];
  const typeId = await aType(coach, { kind });
  if (templateId)
    await inTest((tx) => tx.update(sessionTypes).set({ templateId }).where(eq(sessionTypes.id, typeId)));
  return asViewer(client, (tx) => setBefore(tx, typeId));
}

describe("the questions of a practice", () => {
  test("are there once, however often the portal starts, and keep what a coach made of them", async () => {
    const [first] = await inTest((tx) => tx.select().from(reflectionTemplates).limit(1));
    const rename = { name: "In our words" };
    await inTest((tx) =>
      tx
        .update(reflectionTemplates)
        .set(rename)
        .where(eq(reflectionTemplates.id, first?.id ?? "")),
    );
    await ensureQuestions(database.url, now + 1);
    const all = await inTest((tx) => tx.select().from(reflectionTemplates));
    expect(all.filter(({ kind }) => kind !== "own")).toHaveLength(shippedSets.length);
    expect(all).toContainEqual(expect.objectContaining(rename));
  });

  test("are those of the kind of session, where its coach chose no others", async () => {
    expect((await askedBefore("preparation"))?.questions).toEqual(shipped("preparation"));
    expect((await askedBefore("guidance"))?.questions).toEqual(shipped("guidance"));
    expect(await askedBefore("first_conversation")).toBeUndefined();
  });

  test("are those that the coach chose for it, until that set is archived", async () => {
    const kept = await askedBefore("preparation", await aSet(fewer));
    expect(kept).toMatchObject({ kind: "own", number: 1, questions: fewer });
    const archived = await askedBefore("preparation", await aSet(fewer, now));
    expect(archived?.questions).toEqual(shipped("preparation"));
    expect((await askedBefore("first_conversation", await aSet(fewer)))?.questions).toEqual(fewer);
  });

  test("on the day of guidance, and so many days after it, are their own", async () => {
    const client = await aClient();
    const found = await asViewer(client, async (tx) => [
      await setOnGuidanceDay(tx),
      await checkInOn(tx, 14),
      await checkInOn(tx, 15),
    ]);
    expect(found.map((set) => set?.questions)).toEqual([
      shipped("guidance_day"),
      shipped("check_in", 14),
      undefined,
    ]);
  });

  test("are the newest, and what was asked before can still be read by who answered it", async () => {
    const templateId = await aSet(fewer);
    await inTest((tx) =>
      tx
        .insert(templateVersions)
        .values({ templateId, number: 2, questions: fewer.slice(0, 1), publishedAt: now }),
    );
    expect((await askedBefore("preparation", templateId))?.number).toBe(2);
    const [first] = await inTest((tx) =>
      tx
        .select({ id: templateVersions.id })
        .from(templateVersions)
        .where(eq(templateVersions.templateId, templateId))
        .orderBy(templateVersions.number),
    );
    expect(await findAskedVersion(await aClient(), first?.id ?? "")).toMatchObject({ questions: fewer });
  });
});

describe("beneath every WHERE", () => {
  const refused = /42501/;
  const anyId = () =>
    inTest(async (tx) => (await tx.select().from(reflectionTemplates).limit(1))[0]?.id ?? "");
  const publish = (who: { id: string }, templateId: string, publishedBy: string | null) =>
    asViewer(who, (tx) =>
      tx
        .insert(templateVersions)
        .values({ templateId, number: 99, questions: fewer, publishedBy, publishedAt: now }),
    );
  const saidBy = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: Error) => error.message,
    );

  test("a client can write no set and no version", async () => {
    const [client, id] = [await aClient(), await anyId()];
    const made = asViewer(client, (tx) =>
      tx.insert(reflectionTemplates).values({ kind: "own", name: "Mine" }),
    );
    expect(await saidBy(made)).toMatch(refused);
    expect(await saidBy(publish(client, id, client.id))).toMatch(refused);
    const renamed = await asViewer(client, (tx) =>
      tx.update(reflectionTemplates).set({ name: "Mine" }).where(eq(reflectionTemplates.id, id)),
    );
    expect(renamed.count).toBe(0);
  });

  test("a coach publishes in their own name only, and never changes what was asked", async () => {
    const [coach, other, id] = [await aCoach(), await aCoach(), await anyId()];
    expect(await saidBy(publish(coach, id, other.id))).toMatch(refused);
    expect(await saidBy(publish(coach, id, null))).toMatch(refused);
    expect(await saidBy(publish(coach, id, coach.id))).toBe("done");
    const change = asViewer(coach, (tx) => tx.update(templateVersions).set({ questions: [] }));
    expect(await saidBy(change)).toMatch(refused);
  });

  test("there is one set of each kind, and one check-in of a day", async () => {
    for (const set of [{ kind: "guidance" as const }, { kind: "check_in" as const, day: 7 }])
      expect(
        await saidBy(inTest((tx) => tx.insert(reflectionTemplates).values({ ...set, name: "Another" }))),
      ).toContain("reflection_templates_kind");
  });
});
