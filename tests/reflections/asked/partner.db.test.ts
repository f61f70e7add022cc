import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { journeyMembers, reflectionShares } from "#db/schema/index.ts";
import { neverToPartner } from "#lib/questions/question.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { listFromPartner } from "#lib/reflections/asked/from-partner.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import {
  aGuidanceHeld,
  answered,
  aReflection,
  aSharedReflection,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client } from "#tests/support/people.ts";
import { aSetFor, shipped } from "./a-set.ts";
import { aSession, copiesOf, flagsOf, later, nothing, now, rowsFor } from "./shared-scene.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, now));

const whole = { ...calmAnswers.couple, valued: "Tea in bed.", ask: "An evening.", not_today: "His mother." };

async function show(client: Client, about: About, questions: string[], answers = {}, at = now) {
  return showPartner(client, { ...(await answered(client, about, answers, at)), questions }, at);
}
const reads = async (client: Client, { bookingId }: About) =>
  (await listFromPartner(client, bookingId, later)).map(
    ({ name, question, answer }) => `${name} · ${question.key} · ${answer}`,
  );

describe("showing an answer to the partner", () => {
  test("shows that one alone, under its question, and not that there is anything else", async () => {
    const { coach, ada, ben, about } = await aSession("couple");
    await aReflection(ada, about, whole, now);
    expect(await reads(ben, about)).toEqual([]);
    const { shareId } = await show(ada, about, ["valued"]);
    const [only, ...others] = await listFromPartner(ben, about.bookingId, later);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: ada.name, answer: "Tea in bed.", question: { key: "valued" } });
    expect(await rowsFor(ben, ada)).toEqual({ reflections: 0, shares: 1, flags: 0 });
    for (const viewer of [coach, await aCoach(), await aClient()])
      expect(await rowsFor(viewer, ada)).toEqual(nothing);
    expect((await findAsked(ada, about, later)).partner).toEqual({
      ...{ id: ben.id, name: ben.name, keys: ["valued", "ask"] },
      ...{ shown: ["valued"], shareId, isNewest: true },
    });
    const bens = await findAsked(ben, about, later);
    expect(bens).toMatchObject({ answers: {}, revision: 0, share: undefined, takenBack: undefined });
    expect(bens.partner).toMatchObject({ id: ada.id, shown: [], shareId: undefined });
  });

  test("keeps what was typed first, puts newer words in their place, and takes back with none", async () => {
    const { ada, ben, about } = await aSession("couple");
    expect(await show(ada, about, ["valued"], { valued: "Tea." })).toMatchObject({ revision: 1 });
    expect(await reads(ben, about)).toEqual([`${ada.name} · valued · Tea.`]);
    await aReflection(ada, about, { valued: "Coffee." }, later);
    expect(await reads(ben, about)).toEqual([`${ada.name} · valued · Tea.`]);
    expect((await findAsked(ada, about, later)).partner).toMatchObject({ isNewest: false });
    const both = await show(ada, about, ["valued", "ask"], { ask: "Rest." }, later);
    expect(await reads(ben, about)).toEqual([`${ada.name} · valued · Coffee.`, `${ada.name} · ask · Rest.`]);
    expect((await show(ada, about, ["valued", "ask"], {}, later)).shareId).toBe(both.shareId);
    expect(await show(ada, about, [], {}, later)).toMatchObject({ shareId: null });
    expect(await reads(ben, about)).toEqual([]);
    expect(await rowsFor(ben, ada)).toEqual(nothing);
  });

  test("and sharing with the coach know nothing of one another", async () => {
    const { coach, ada, ben, about } = await aSession("couple");
    await aSharedReflection(ada, about, whole);
    expect(await reads(ben, about)).toEqual([]);
    expect(await rowsFor(ben, ada)).toEqual(nothing);
    const { shareId } = await show(ada, about, ["ask"], {}, later);
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1 });
    await takeBack(ada, shareId ?? "", later);
    expect(await reads(ben, about)).toEqual([]);
    expect((await findAsked(ada, about, later)).share).toMatchObject({ isNewest: true });
    expect(await flagsOf(ada)).toEqual([]);
  });

  test("of one that is blank is refused", async () => {
    const { ada, about } = await aSession("couple");
    await expect(show(ada, about, ["valued"])).rejects.toMatchObject({
      code: "nothing_written",
      status: 422,
    });
    expect(await copiesOf(ada)).toEqual([]);
  });

  test("at the same moment from two devices: one copy stands", async () => {
    const { ada, ben, about } = await aSession("couple");
    await aReflection(ada, about, whole, now);
    await Promise.all([show(ada, about, ["valued"]), show(ada, about, ["valued", "ask"])]);
    expect((await copiesOf(ada)).filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
    expect(await rowsFor(ben, ada)).toMatchObject({ shares: 1 });
  });
});

describe("what is never for a partner", () => {
  test.each(["free_to_speak", "not_today", "hope", "closeness", "loop", "no_such_question"])(
    "%s cannot be shown",
    async (key) => {
      const { ada, ben, about } = await aSession("couple");
      await aReflection(ada, about, whole, now);
      await expect(show(ada, about, [key])).rejects.toThrow(NotFound);
      await expect(show(ada, about, ["valued", key])).rejects.toThrow(NotFound);
      expect(await rowsFor(ben, ada)).toEqual(nothing);
    },
  );

  test("stays so where a set was tampered with, to be shown and to be read", async () => {
    const { coach, ada, ben, about } = await aSession("couple");
    await aSetFor(
      coach,
      "couple",
      shipped("couple").map((one) => ({ ...one, partner: "may" })),
    );
    await aReflection(ada, about, whole, now);
    const keys = (await findAsked(ada, about, later)).partner?.keys ?? [];
    expect(keys).toContain("hope");
    for (const key of neverToPartner) expect(keys).not.toContain(key);
    for (const key of neverToPartner) await expect(show(ada, about, [key])).rejects.toThrow(NotFound);
    // The twin: what such a set lets be shown is shown.
    await show(ada, about, ["hope"]);
    expect(await reads(ben, about)).toEqual([`${ada.name} · hope · More ease.`]);
    // As if a copy of all of it had come about all the same.
    await aSharedReflection(ada, about, {}, { now: later });
    await asSystem("a test tampers with a copy", async (tx) => {
      const theirs = eq(reflectionShares.authorId, ada.id);
      await tx
        .update(reflectionShares)
        .set({ withdrawnAt: now })
        .where(and(theirs, eq(reflectionShares.reader, "partner")));
      await tx
        .update(reflectionShares)
        .set({ reader: "partner", readerId: ben.id })
        .where(and(theirs, eq(reflectionShares.reader, "coach")));
    });
    const read = (await reads(ben, about)).join();
    expect(read).toContain("Tea in bed.");
    expect(read).not.toContain("His mother.");
    expect(read).not.toContain("freely");
  });

  test("is all that is asked beside other sessions than those of two", async () => {
    const { ada, about } = await aSession("preparation");
    await expect(show(ada, about, [], { focus: "x" })).rejects.toThrow(NotFound);
    await expect(show(ada, about, ["focus"], { focus: "x" })).rejects.toThrow(NotFound);
    expect((await findAsked(ada, about, later)).partner).toBeUndefined();
    const { coach, ben } = await aSession("couple");
    const checkIn = daysAfter(await aGuidanceHeld({ for: ben, with: coach }), 1);
    await expect(show(ben, checkIn, ["steady"], { steady: 4 })).rejects.toThrow(NotFound);
  });
});

describe("whoever is not the partner", () => {
  test("reads nothing: another client, also by the session's address", async () => {
    const { ada, about } = await aSession("couple");
    await show(ada, about, ["valued"], { valued: "Tea." });
    await expect(listFromPartner(await aClient(), about.bookingId, later)).rejects.toThrow(NotFound);
    expect(await reads(ada, about)).toEqual([]);
  });

  test("shows nothing either, and is another person", async () => {
    const { ada, ben, about } = await aSession("couple");
    const sent = { ...(await answered(ada, about, { valued: "Tea." })), questions: ["valued"] };
    await expect(showPartner(ben, sent, now)).rejects.toMatchObject({ code: "another_person" });
    const stranger = await aClient();
    await expect(showPartner(stranger, { ...sent, author: stranger.id }, now)).rejects.toThrow(NotFound);
  });

  test("any more reads nothing any more, and the author can still take it back", async () => {
    const { ada, ben, about } = await aSession("couple");
    await show(ada, about, ["valued"], { valued: "Tea." });
    await asSystem("a test parts a couple", (tx) =>
      tx
        .update(journeyMembers)
        .set({ leftAt: now })
        .where(and(eq(journeyMembers.clientId, ben.id), eq(journeyMembers.kind, "couple"))),
    );
    expect(await reads(ben, about)).toEqual([]);
    expect((await findAsked(ada, about, later)).partner).toBeUndefined();
    await expect(show(ada, about, ["valued"], {}, later)).rejects.toThrow(NotFound);
    expect(await show(ada, about, [], {}, later)).toMatchObject({ shareId: null });
    const standing = await asViewer(ada, (tx) => tx.select().from(reflectionShares));
    expect(standing.map(({ withdrawnAt }) => withdrawnAt)).toEqual([later]);
  });
});
