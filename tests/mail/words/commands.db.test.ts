import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { auditLog, letterWords } from "#db/schema/index.ts";
import { keepWords } from "#lib/mail/words/commands.ts";
import { keepWordsInput } from "#lib/mail/words/input.ts";
import { findLetter, listLetters } from "#lib/mail/words/queries.ts";
import { spoken, spokenKinds } from "#lib/mail/words/spoken.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const kind = "booking_confirmed";
const { shipped } = spoken[kind];
const now = Date.parse("2026-12-01T08:00:00Z");
const minute = 60_000;
const iso = (at: number) => new Date(at).toISOString();

const keep = (coach: Coach, words: string, seen: number | null = null, at = now) =>
  keepWords(coach, { kind, words, seen: seen === null ? null : iso(seen) }, at);
const wordsOf = async (coach: Coach) => (await findLetter(coach, kind)).words;
const changedElsewhere = { name: "Refusal", code: "changed_elsewhere", status: 409 };

describe("a coach's words for a letter", () => {
  test("are those that come with the portal, until there are others, and again when they go back", async () => {
    const sol = await aCoach();
    expect((await listLetters(sol)).map(({ kind, savedAt }) => [kind, savedAt])).toEqual(
      spokenKinds.map((kind) => [kind, null]),
    );
    expect(await wordsOf(sol)).toBe(shipped);
    expect(await keep(sol, "Please ring twice.")).toBe(now);
    expect(await findLetter(sol, kind)).toEqual({ kind, words: "Please ring twice.", savedAt: now });
    expect(await keep(sol, "", now, now + minute)).toBe(now + minute);
    expect(await wordsOf(sol)).toBe("");
    expect(await keep(sol, shipped, now + minute, now + 2 * minute)).toBe(null);
    expect(await findLetter(sol, kind)).toEqual({ kind, words: shipped, savedAt: null });
    const audit = await asSystem("a test looks", (tx) =>
      tx.select({ meta: auditLog.meta }).from(auditLog).where(eq(auditLog.subjectId, sol.id)),
    );
    expect(audit).toEqual([{ meta: { kind } }, { meta: { kind } }, { meta: { kind } }]);
  });

  test("are another coach's only for that coach", async () => {
    const [sol, kim] = [await aCoach(), await aCoach()];
    await keep(sol, "Please ring twice.");
    expect(await wordsOf(kim)).toBe(shipped);
    await keep(kim, "Please come round the back.");
    expect(await wordsOf(sol)).toBe("Please ring twice.");
  });

  test("sent twice are kept once", async () => {
    const sol = await aCoach();
    await keep(sol, "Please ring twice.");
    expect(await keep(sol, "Please ring twice.", null, now + minute)).toBe(now);
    expect(await keep(sol, "Please ring twice.", now, now + minute)).toBe(now);
  });
});

describe("whoever saves second, from what is no longer so,", () => {
  test("is told, and changes nothing", async () => {
    const sol = await aCoach();
    await keep(sol, "The first.");
    await expect(keep(sol, "The second.", null, now + minute)).rejects.toMatchObject(changedElsewhere);
    await expect(keep(sol, shipped, now - minute, now + minute)).rejects.toMatchObject(changedElsewhere);
    expect(await wordsOf(sol)).toBe("The first.");
    expect(await keep(sol, "The second.", now, now + minute)).toBe(now + minute);
    await keep(sol, shipped, now + minute, now + 2 * minute);
    await expect(keep(sol, "The third.", now + minute, now + 3 * minute)).rejects.toMatchObject(
      changedElsewhere,
    );
  });

  test("is told also when both save at once, from nothing or from the same", async () => {
    const sol = await aCoach();
    let seen: number | null = null;
    for (let round = 0; round < 5; round += 1) {
      const at = now + round * minute;
      const all = await Promise.allSettled(
        ["a", "b", "c", "d"].map((letter, index) => keep(sol, `${letter}${round}`, seen, at + index)),
      );
      const kept = all.filter((one) => one.status === "fulfilled");
      expect(kept).toHaveLength(1);
      for (const one of all)
        if (one.status === "rejected") expect(one.reason).toMatchObject(changedElsewhere);
      seen = kept[0]?.value ?? null;
      const index = all.findIndex(({ status }) => status === "fulfilled");
      expect(await wordsOf(sol)).toBe(`${"abcd"[index]}${round}`);
    }
  });
});

// Nobody's WHERE: what a query does when its author has forgotten every check.
describe("a query without any check", () => {
  test("leaves another coach's words alone, and lets a client write none", async () => {
    const sol = await aCoach();
    await keep(sol, "Please ring twice.");
    for (const stranger of [await aCoach(), await aClient()]) {
      const as = (work: (tx: Tx) => Promise<unknown>) => asViewer(stranger, work);
      await as((tx) => tx.update(letterWords).set({ words: "Do not come." }));
      await as((tx) => tx.delete(letterWords));
      const row = { coachId: sol.id, kind: "booking_moved", words: "Do not come.", updatedAt: now };
      await expect(as((tx) => tx.insert(letterWords).values(row))).rejects.toMatchObject({
        name: "QueryFailed",
        code: "42501",
      });
    }
    const ada = await aClient();
    const own = { coachId: ada.id, kind, words: "Mine.", updatedAt: now };
    await expect(asViewer(ada, (tx) => tx.insert(letterWords).values(own))).rejects.toMatchObject({
      name: "QueryFailed",
    });
    expect(await wordsOf(sol)).toBe("Please ring twice.");
  });
});

describe("what is sent", () => {
  const read = (words: string) => keepWordsInput.safeParse({ kind, words, seen: null });
  const said = (words: string) => read(words).error?.issues[0]?.message;

  test("is kept without what no letter needs round it", () => {
    expect(read(" \r\nOne\r\n\r\ntwo \n").data?.words).toBe("One\n\ntwo");
    expect(read("u\u0308").data?.words).toBe("\u00fc");
  });

  test("has room for six hundred characters", () => {
    expect(read(`${"x".repeat(600)}   `).success).toBe(true);
    expect(said("x".repeat(601))).toBe("That is longer than a letter has room for. 600 characters fit.");
  });

  test("may hold no sign that the database cannot keep", () => {
    for (const sign of ["\0", "\ud800"])
      expect(said(`a${sign}b`)).toBe("There is a sign in it that we cannot keep.");
  });

  test("is for a letter with room for words", () => {
    for (const kind of ["sign_in", "toString", ""])
      expect(keepWordsInput.safeParse({ kind, words: "", seen: null }).success).toBe(false);
  });
});
