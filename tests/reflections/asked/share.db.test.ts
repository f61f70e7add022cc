import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, journeyMembers } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { shareAnswers } from "#lib/reflections/asked/share-answers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import {
  aGuidanceHeld,
  answered,
  aReflection,
  aSessionToCome,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

import {
  aSession,
  copiesOf,
  flagsOf,
  hour,
  keysOf,
  later,
  nothing,
  now,
  opens,
  rowsFor,
  share,
} from "./shared-scene.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, now));

describe("sharing with the coach", () => {
  test("keeps what was not kept yet, and notes it without a word of it", async () => {
    const { ada, about } = await aSession();
    const { shareId, revision, readableFrom } = await share(ada, about, calmAnswers.preparation);
    expect({ revision, readableFrom }).toEqual({ revision: 1, readableFrom: now });
    expect(await findAsked(ada, about, later)).toMatchObject({
      answers: calmAnswers.preparation,
      share: { id: shareId, sharedAt: now, openedAt: null, isNewest: true },
      takenBack: undefined,
    });
    const notes = await asSystem("a test looks", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, shareId)),
    );
    expect(notes).toMatchObject([
      { action: "reflection.shared", actorId: ada.id, meta: { reader: "coach" } },
    ]);
    expect(JSON.stringify(notes)).not.toContain("begin");
  });

  test("says what is still needed and why, in the coach's name, and then nothing has happened", async () => {
    const { ada, about } = await aSession("guidance");
    const { contact: _, ...most } = calmAnswers.guidance;
    await expect(share(ada, about, most)).rejects.toMatchObject({
      code: "missing",
      status: 422,
      offer: { missing: [{ key: "contact", is: "blank", why: expect.stringContaining("Needed") }] },
    });
    expect(await copiesOf(ada)).toEqual([]);
    expect((await findAsked(ada, about, now)).revision).toBe(0);
  });

  test("waits where one answer waits for another", async () => {
    const [coach, ada] = [await aCoach(), await aClient()];
    const about = beforeIt(await aSessionToCome({ for: ada, with: coach, kind: "mentorship" }));
    const asked = { urgency: "learning", question: "How to end well?", anonymous: "no" };
    const { questions } = await findAsked(ada, about, now);
    const urgency = questions.find(({ key }) => key === "urgency")?.options[0]?.key ?? "";
    await expect(share(ada, about, { ...asked, urgency })).rejects.toMatchObject({
      offer: { missing: [{ key: "anonymous", is: "waits" }] },
    });
    await expect(share(ada, about, { ...asked, urgency, anonymous: "yes" })).resolves.toBeDefined();
  });

  test("of nothing is not done, also where nothing is required", async () => {
    const [coach, ada] = [await aCoach(), await aClient()];
    const about = daysAfter(await aGuidanceHeld({ for: ada, with: coach }), 1);
    await expect(share(ada, about, {})).rejects.toMatchObject({ code: "nothing_written", status: 422 });
  });

  test("can be for a time between now and the session, of a session alone", async () => {
    const { coach, ada, about } = await aSession();
    const { session } = await findAsked(ada, about, now);
    const not = { code: "not_then", status: 422, field: "on" };
    for (const on of [now - 1, session.start + 1])
      await expect(share(ada, about, calmAnswers.preparation, { on })).rejects.toMatchObject(not);
    const { start: on } = session;
    await expect(share(ada, about, calmAnswers.preparation, { on })).resolves.toMatchObject({
      readableFrom: on,
    });
    const checkIn = daysAfter(await aGuidanceHeld({ for: ada, with: coach }), 1);
    await expect(share(ada, checkIn, { steady: 5 }, { on: now + hour })).rejects.toMatchObject(not);
  });

  test("is another client's neither to do nor to take back", async () => {
    const { coach, ada, ben, about } = await aSession();
    const sent = { ...(await answered(ada, about, calmAnswers.preparation)), on: null };
    await expect(shareAnswers(ben, { ...sent, author: ben.id }, now)).rejects.toThrow(NotFound);
    await expect(shareAnswers(ben, sent, now)).rejects.toMatchObject({ code: "another_person" });
    const { shareId } = await shareAnswers(ada, sent, now);
    await expect(takeBack(ben, shareId, later)).rejects.toThrow(NotFound);
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1 });
  });

  test("of what another device wrote meanwhile is not done unseen", async () => {
    const { ada, about } = await aSession();
    const sent = await answered(ada, about, calmAnswers.preparation);
    await aReflection(ada, about, { focus: "From the phone." }, now);
    await expect(shareAnswers(ada, { ...sent, on: null }, later)).rejects.toMatchObject({
      code: "written_elsewhere",
    });
    expect(await copiesOf(ada)).toEqual([]);
  });

  test("puts the newer words in the place of the older, and the same ones once", async () => {
    const { ada, about } = await aSession();
    const first = await share(ada, about, calmAnswers.preparation);
    expect((await share(ada, about, {}, { at: later })).shareId).toBe(first.shareId);
    await aReflection(ada, about, { focus: "Something else." }, later);
    expect((await findAsked(ada, about, later)).share).toMatchObject({ id: first.shareId, isNewest: false });
    const second = await share(ada, about, {}, { at: later });
    expect(second.shareId).not.toBe(first.shareId);
    const copies = await copiesOf(ada);
    expect(copies.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id)).toEqual([
      second.shareId,
    ]);
  });

  test.each(["the same", "different"])(
    "twice at the same moment, %s words: one copy stands",
    async (which) => {
      const { ada, about } = await aSession("guidance");
      const yes = { ...calmAnswers.guidance, self_harm: "yes" };
      await aReflection(ada, about, yes, now);
      const one = { ...(await answered(ada, about, {})), on: null };
      const other = { ...one, answers: { ...(which === "different" && { settled: 3 }) } };
      await Promise.all([one, other].map((sent) => shareAnswers(ada, sent, later)));
      const standing = (await copiesOf(ada)).filter(({ withdrawnAt }) => withdrawnAt === null);
      expect(standing).toHaveLength(1);
      expect(keysOf(await flagsOf(ada))).toEqual(["self_harm"]);
    },
  );
});

describe("taking it back", () => {
  test("tells whether it was opened, and can be undone for a while", async () => {
    const { coach, ada, about } = await aSession();
    const { shareId } = await share(ada, about, calmAnswers.preparation);
    expect(await takeBack(ada, shareId, later)).toEqual({ wasOpened: false });
    expect(await rowsFor(coach, ada)).toEqual(nothing);
    const taken = { id: shareId, wasOpened: false, canUndo: true };
    expect(await findAsked(ada, about, later)).toMatchObject({ share: undefined, takenBack: taken });
    await undoTakingBack(ada, shareId, later);
    await opens(shareId);
    expect(await takeBack(ada, shareId, later)).toEqual({ wasOpened: true });
    expect(await takeBack(ada, shareId, later)).toEqual({ wasOpened: true });
    const tooLate = later + undoWithin + 1;
    expect((await findAsked(ada, about, tooLate)).takenBack).toMatchObject({
      wasOpened: true,
      canUndo: false,
    });
    await expect(undoTakingBack(ada, shareId, tooLate)).rejects.toMatchObject({ code: "too_late" });
    const notes = await asSystem("a test looks", (tx) =>
      tx
        .select({ action: auditLog.action, meta: auditLog.meta })
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, shareId), inArray(auditLog.action, ["reflection.taken_back"]))),
    );
    expect(notes).toEqual([
      { action: "reflection.taken_back", meta: { reader: "coach", wasOpened: false } },
      { action: "reflection.taken_back", meta: { reader: "coach", wasOpened: true } },
    ]);
  });

  test("of the newest words does not bring the ones before them back", async () => {
    const { coach, ada, about } = await aSession("guidance");
    const first = await share(ada, about, { ...calmAnswers.guidance, self_harm: "yes" });
    const second = await share(ada, about, { settled: 5 }, { at: later });
    await takeBack(ada, second.shareId, later + 1);
    await expect(undoTakingBack(ada, first.shareId, later + 2)).rejects.toMatchObject({ code: "too_late" });
    expect(await rowsFor(coach, ada)).toEqual(nothing);
    await undoTakingBack(ada, second.shareId, later + 2);
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1, flags: 1 });
  });

  test("and what was shared stand also after one has left the way they went with this coach", async () => {
    const { coach, ada, about } = await aSession();
    const { shareId } = await share(ada, about, calmAnswers.preparation);
    await asSystem("a test ends a journey", (tx) =>
      tx.update(journeyMembers).set({ leftAt: now }).where(eq(journeyMembers.clientId, ada.id)),
    );
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1 });
    expect(await takeBack(ada, shareId, later)).toEqual({ wasOpened: false });
    expect(await rowsFor(coach, ada)).toEqual(nothing);
  });
});
