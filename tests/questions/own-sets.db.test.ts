import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asViewer } from "#db/client.ts";
import { archiveSet, bringBackSet, chooseSet, makeSet } from "#lib/questions/authoring/own-sets.ts";
import { findSet, listSets } from "#lib/questions/authoring/queries.ts";
import { saveSet } from "#lib/questions/authoring/save-set.ts";
import { setBefore } from "#lib/questions/queries.ts";
import { ensureQuestions, shippedSets } from "#lib/questions/shipped-sets.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";
import { anOwn, opened, shippedId } from "./sets.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");

beforeAll(() => ensureQuestions(database.url, now));

const aCopy = async (coach: Coach, kind: Parameters<typeof shippedId>[0]) =>
  (await makeSet(coach, { name: "Ours", from: await shippedId(kind) }, now)).id;
const listed = async (coach: Coach, id: string) => (await listSets(coach)).sets.find((set) => set.id === id);
const askedBefore = async (typeId: string) => {
  const set = await asViewer(await aClient(), (tx) => setBefore(tx, typeId));
  return set?.templateId;
};

describe("a set of the practice's own", () => {
  test("begins with nothing, or as a copy of another", async () => {
    const coach = await aCoach({ name: "Amara" });
    const { id } = await makeSet(coach, { name: "Short", from: null }, now);
    expect(await listed(coach, id)).toMatchObject({ name: "Short", kind: "own", number: 0, count: 0 });
    await saveSet(coach, id, { name: "Short", named: "Short", on: 0, questions: [anOwn()] }, now);
    expect(await listed(coach, id)).toMatchObject({ number: 1, count: 1, by: "Amara", at: now });
    const copy = await findSet(coach, await aCopy(coach, "guidance"));
    expect(copy?.versions[0]?.questions).toEqual(
      shippedSets.find((set) => set.kind === "guidance")?.questions,
    );
  });

  test("is asked before the sessions that a coach chose it for, and before no other coach's", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    const [mine, theirs] = [await aType(coach), await aType(other)];
    const id = await aCopy(coach, "preparation");
    await chooseSet(coach, { typeId: mine, templateId: id });
    expect(await askedBefore(mine)).toBe(id);
    expect(await askedBefore(theirs)).toBe(await shippedId("preparation"));
    await expect(chooseSet(other, { typeId: mine, templateId: null })).rejects.toMatchObject({
      name: "NotFound",
    });
    await chooseSet(coach, { typeId: mine, templateId: null });
    expect(await askedBefore(mine)).toBe(await shippedId("preparation"));
  });

  test("is not asked where it leaves out what has to be known", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach, { kind: "guidance" });
    const choosing = (templateId: string) => chooseSet(coach, { typeId, templateId });
    const { id: empty } = await makeSet(coach, { name: "Empty", from: null }, now);
    await expect(choosing(empty)).rejects.toMatchObject({ code: "empty" });
    await expect(choosing(await aCopy(coach, "integration"))).rejects.toMatchObject({
      code: "needed",
      message: expect.stringContaining("Where are you with this session today?"),
    });
    await expect(choosing(await shippedId("integration"))).rejects.toMatchObject({ name: "NotFound" });
    await expect(choosing(randomUUID())).rejects.toMatchObject({ name: "NotFound" });
    await choosing(await aCopy(coach, "guidance"));
    // Before a first conversation nothing has to be known.
    const first = await aType(coach, { kind: "first_conversation" });
    await chooseSet(coach, { typeId: first, templateId: await aCopy(coach, "integration") });
  });

  test("that is archived is not asked, until it is brought back", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach);
    const id = await aCopy(coach, "preparation");
    await chooseSet(coach, { typeId, templateId: id });
    for (const _ of [1, 2]) await archiveSet(coach, id, now);
    expect(await listed(coach, id)).toMatchObject({ archivedAt: now });
    expect(await askedBefore(typeId)).toBe(await shippedId("preparation"));
    await expect(chooseSet(coach, { typeId, templateId: id })).rejects.toMatchObject({ name: "NotFound" });
    for (const _ of [1, 2]) await bringBackSet(coach, id);
    expect(await askedBefore(typeId)).toBe(id);
  });
});

describe("a set that came with the portal", () => {
  test("stays when something in it has to be known before two people meet", async () => {
    const coach = await aCoach();
    for (const kind of ["preparation", "guidance", "guidance_day", "couple", "mentorship"] as const)
      await expect(archiveSet(coach, await shippedId(kind), now), kind).rejects.toMatchObject({
        code: "stays",
      });
  });

  test("can be archived otherwise, and then nothing is asked in its place", async () => {
    const coach = await aCoach();
    const [id, typeId] = [await shippedId("integration"), await aType(coach, { kind: "integration" })];
    await archiveSet(coach, id, now);
    expect(await askedBefore(typeId)).toBeUndefined();
    await bringBackSet(coach, id);
    expect(await askedBefore(typeId)).toBe(id);
  });
});

describe("who is no coach", () => {
  test("archives nothing, brings nothing back and chooses nothing, even past the routes", async () => {
    const client = (await aClient()) as unknown as Coach;
    const id = await aCopy(await aCoach(), "integration");
    await expect(archiveSet(client, id, now)).rejects.toMatchObject({ name: "NotFound" });
    expect(await listed(await aCoach(), id)).toMatchObject({ archivedAt: null });
    await expect(
      chooseSet(client, { typeId: await aType(await aCoach()), templateId: null }),
    ).rejects.toMatchObject({ name: "NotFound" });
  });

  test("what is not there can be neither archived nor brought back", async () => {
    const coach = await aCoach();
    for (const act of [archiveSet(coach, randomUUID(), now), bringBackSet(coach, randomUUID())])
      await expect(act).rejects.toMatchObject({ name: "NotFound" });
    expect((await opened(coach, await aCopy(coach, "couple"))).on).toBe(1);
  });
});
