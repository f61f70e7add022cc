import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, bookings, reflectionShares, templateVersions } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { listBesideSession } from "#lib/reflections/for-coach/queries.ts";
import { readReflection } from "#lib/reflections/for-coach/read-reflection.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import {
  aGuidanceHeld,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { aJournalShare } from "#tests/support/flags.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { listFromClient } from "#tests/support/path.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const day = 86_400_000;
const now = () => Date.now();

beforeAll(() => ensureQuestions(database.url, Date.now() - 500 * day));

async function twoWithASession() {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada" })];
  const booking = await aSessionToCome({ for: ada, with: sol });
  return { sol, ada, booking };
}

const openedAt = async (shareId: string) => {
  const [row] = await asSystem("a test looks", (tx) =>
    tx.select().from(reflectionShares).where(eq(reflectionShares.id, shareId)),
  );
  return row?.openedAt ?? null;
};

const readsOf = (shareId: string) =>
  asSystem("a test looks", (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, shareId), eq(auditLog.action, "reflection.read"))),
  );

describe("what a client shares before a session", () => {
  test("says nothing to its coach before they open it, and looking is not opening", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const id = await aSharedReflection(ada, beforeIt(booking), calmAnswers.preparation);
    const reading = await readReflection(sol, id, now());
    expect(reading.state).toBe("unopened");
    expect(JSON.stringify(reading)).not.toContain("How to begin");
    expect(await openedAt(id)).toBeNull();
    expect((await findAsked(ada, beforeIt(booking), now())).share?.openedAt).toBeNull();
  });

  test("is there once they opened it, which is noted once and its author sees", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const id = await aSharedReflection(ada, beforeIt(booking), {
      ...calmAnswers.preparation,
      steadiness: 6,
      changes: ["nothing"],
      trust_person: "talk",
      sleep: "unsaid",
      limits: "No candles.\nNo music.",
    });
    const first = now();
    await openReflection(sol, id, first);
    await openReflection(sol, id, first + 5_000);
    expect(await openedAt(id)).toBe(first);
    const notes = await readsOf(id);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ actorId: sol.id, subjectType: "reflection_share", meta: {} });
    expect((await findAsked(ada, beforeIt(booking), now())).share?.openedAt).toBe(first);
    const reading = await readReflection(sol, id, now());
    if (reading.state !== "opened") throw new Error(reading.state);
    const lines = Object.fromEntries(reading.answers.map((one) => [one.key, one.lines]));
    expect(lines).toMatchObject({
      focus: ["How to begin."],
      steadiness: ["6, of 0 not at all to 10 very"],
      sleep: ["I’d rather not say"],
      trust_person: ["I’d rather talk about it"],
      limits: ["No candles.\nNo music."],
    });
    expect(JSON.stringify(reading)).not.toContain("{coach}");
    const inTheirOrder = ["focus", "steadiness", "sleep", "changes", "trust_person", "limits"];
    expect(reading.answers.map(({ key }) => key)).toEqual(inTheirOrder);
    expect(reading.blank).toContain("Try your intention as one plain sentence. Rough is fine.");
    // Asked a first time only, perhaps: nobody can tell whether it was.
    expect(reading.blank.join()).not.toContain("What is drawing you");
  });

  test("keeps the words of the questions that it was written on", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const id = await aSharedReflection(ada, beforeIt(booking), calmAnswers.preparation);
    await openReflection(sol, id, now());
    const [share] = await asSystem("a test looks", (tx) =>
      tx.select().from(reflectionShares).where(eq(reflectionShares.id, id)),
    );
    await asSystem("a test says a question anew", async (tx) => {
      const [version] = await tx
        .select()
        .from(templateVersions)
        .where(eq(templateVersions.id, share?.templateVersionId ?? ""));
      if (!version) throw new Error("No version");
      const questions = version.questions.map((one) => ({ ...one, text: `Anew: ${one.text}` }));
      const { id: _, ...rest } = version;
      await tx.insert(templateVersions).values({ ...rest, number: version.number + 50, questions });
    });
    const reading = await readReflection(sol, id, now());
    expect(JSON.stringify(reading)).not.toContain("Anew");
    await asSystem("a test leaves it as it was", (tx) =>
      tx.delete(templateVersions).where(eq(templateVersions.number, 51)),
    );
  });

  test("does not exist for another coach, nor for its own before the chosen day", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const kim = await aCoach({ name: "Kim" });
    const id = await aSharedReflection(ada, beforeIt(booking), calmAnswers.preparation);
    await expect(openReflection(kim, id, now())).rejects.toThrow(NotFound);
    await expect(readReflection(kim, id, now())).rejects.toThrow(NotFound);
    expect((await listFromClient(kim, ada, now())).items).toEqual([]);
    expect(await openedAt(id)).toBeNull();
    const later = await twoWithASession();
    const waiting = await aSharedReflection(later.ada, beforeIt(later.booking), calmAnswers.preparation, {
      on: now() + 3_600_000,
    });
    await expect(openReflection(later.sol, waiting, now())).rejects.toThrow(NotFound);
    await expect(readReflection(later.sol, waiting, now())).rejects.toThrow(NotFound);
    expect((await listFromClient(later.sol, later.ada, now())).items).toEqual([]);
    expect(sol.id).not.toBe(kim.id);
  });

  test("is gone once it was taken back, and a newer copy stands in the place of an older", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const first = await aSharedReflection(ada, beforeIt(booking), calmAnswers.preparation);
    await openReflection(sol, first, now());
    const second = await aSharedReflection(ada, beforeIt(booking), { focus: "Something else." });
    expect(await readReflection(sol, first, now())).toEqual({ state: "replaced", by: second });
    expect((await readReflection(sol, second, now())).state).toBe("unopened");
    expect((await listFromClient(sol, ada, now())).items.map(({ id }) => id)).toEqual([second]);
    await takeBack(ada, second, now());
    await expect(readReflection(sol, second, now())).rejects.toThrow(NotFound);
    await expect(openReflection(sol, second, now())).rejects.toThrow(NotFound);
    expect((await listFromClient(sol, ada, now())).items).toEqual([]);
  });

  test("opened and taken back at the same moment: either it was opened, or it is gone", async () => {
    const { sol, ada, booking } = await twoWithASession();
    for (let round = 0; round < 8; round += 1) {
      const id = await aSharedReflection(ada, beforeIt(booking), {
        focus: `Words ${round}`,
        ...(round === 0 ? { steadiness: 5, changes: ["nothing"] } : {}),
      });
      const [opened] = await Promise.allSettled([openReflection(sol, id, now()), takeBack(ada, id, now())]);
      expect((await openedAt(id)) !== null).toBe(opened.status === "fulfilled");
      if (opened.status === "rejected") expect(opened.reason).toBeInstanceOf(NotFound);
    }
  });

  test("nobody but the portal says when it was opened", async () => {
    const { sol, ada, booking } = await twoWithASession();
    const id = await aSharedReflection(ada, beforeIt(booking), calmAnswers.preparation);
    for (const person of [sol, ada])
      await expect(
        asViewer(person, (tx) =>
          tx.update(reflectionShares).set({ openedAt: 1 }).where(eq(reflectionShares.id, id)),
        ),
      ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the list of what a client shared", () => {
  test("has the newest first, whether each was opened, and what nobody answered", async () => {
    const [sol, ada] = [await aCoach(), await aClient()];
    const guidance = await aGuidanceHeld({ for: ada, with: sol, daysAgo: 4 });
    const at = now() - 60_000;
    const checkIn = await aSharedReflection(ada, daysAfter(guidance, 3), calmAnswers.check_in, { now: at });
    const journal = await aJournalShare(ada, sol, { isOpened: true });
    await asSystem("a test sets it after the check-in", (tx) =>
      tx
        .update(reflectionShares)
        .set({ readableFrom: at + 1_000 })
        .where(eq(reflectionShares.id, journal)),
    );
    const { items, pages } = await listFromClient(sol, ada, now());
    expect(pages).toHaveLength(1);
    expect(items.map(({ kind, day: on, id }) => [kind, on, id])).toEqual([
      ["journal", null, journal],
      ["check_in", 3, checkIn],
      ["check_in", 1, null],
      ["session", null, null],
    ]);
    expect(items.map(({ opened }) => opened)).toEqual([true, false, false, false]);
    expect(items[1]?.session).toBe(guidance);
  });

  test("says the same of what was begun and not shared as of what was not begun", async () => {
    const one = await twoWithASession();
    const other = await twoWithASession();
    await aReflection(one.ada, beforeIt(one.booking), { focus: "Begun." });
    const seen = async ({ sol, ada, booking }: typeof one) => {
      const [{ typeId } = { typeId: "" }] = await typeOf(booking);
      const beside = await listBesideSession(sol, { id: booking, typeId, kind: "preparation" });
      return [(await listFromClient(sol, ada, now())).items, beside];
    };
    expect(await seen(one)).toEqual(await seen(other));
    expect(await seen(one)).toEqual([[], { asked: ["session"], shown: [] }]);
  });

  test("has no reply to what was taken back unopened, and says nothing of what was opened before", async () => {
    for (const isOpened of [true, false]) {
      const [sol, ada] = [await aCoach(), await aClient()];
      const guidance = await aGuidanceHeld({ for: ada, with: sol, daysAgo: 4 });
      const id = await aSharedReflection(ada, daysAfter(guidance, 3), calmAnswers.check_in);
      if (isOpened) await openReflection(sol, id, now());
      await takeBack(ada, id, now());
      const { items } = await listFromClient(sol, ada, now() + 40 * day);
      const days = items.filter(({ kind }) => kind === "check_in").map((one) => one.day);
      expect(days).toEqual(isOpened ? [14, 7, 1] : [14, 7, 3, 1]);
    }
  });

  test("comes in pages of twelve", async () => {
    const { sol, ada } = await twoWithASession();
    const made: string[] = [];
    for (let count = 0; count < 23; count += 1) made.push(await aJournalShare(ada, sol));
    const { items, pages } = await listFromClient(sol, ada);
    expect(pages).toEqual([12, 11]);
    expect(items.map(({ id }) => id).sort()).toEqual(made.sort());
  });

  test("an entry of the journal is read as it is", async () => {
    const { sol, ada } = await twoWithASession();
    const id = await aJournalShare(ada, sol, { words: "A line.\n\nAnother." });
    await openReflection(sol, id, now());
    expect(await readReflection(sol, id, now())).toMatchObject({
      state: "opened",
      answers: [{ text: "", isProse: true, lines: ["A line.\n\nAnother."] }],
      blank: [],
    });
  });
});

function typeOf(bookingId: string) {
  return asSystem("a test looks", (tx) =>
    tx.select({ typeId: bookings.typeId }).from(bookings).where(eq(bookings.id, bookingId)),
  );
}

test("each of a couple has their own", async () => {
  const [sol, jo, ute]: [Coach, Client, Client] = [await aCoach(), await aClient(), await aClient()];
  const booking = await aSessionToCome({ for: [jo, ute], with: sol, kind: "couple" });
  const id = await aSharedReflection(jo, beforeIt(booking), calmAnswers.couple);
  const [{ typeId } = { typeId: "" }] = await typeOf(booking);
  const { shown } = await listBesideSession(sol, { id: booking, typeId, kind: "couple" });
  expect(shown.map((one) => [one.id, one.client.id])).toEqual([[id, jo.id]]);
  expect((await listFromClient(sol, ute, now())).items).toEqual([]);
});
