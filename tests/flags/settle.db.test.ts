import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, flags } from "#db/schema/index.ts";
import { listFlags, listFlagsBeside } from "#lib/flags/queries.ts";
import { settleFlag, undoSettling } from "#lib/flags/settle.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { readReflection } from "#lib/reflections/for-coach/read-reflection.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import {
  aGuidanceHeld,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { aFlag, aJournalShare } from "#tests/support/flags.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = () => Date.now();
const hour = 3_600_000;

beforeAll(() => ensureQuestions(database.url, 0));

/** Somebody who says before a day of guidance that their health has changed. */
async function somethingToTalkAbout({ isOpened = true } = {}) {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada" })];
  const booking = await aSessionToCome({ for: ada, with: sol, kind: "guidance" });
  const about = beforeIt(booking);
  const share = await aSharedReflection(ada, about, { ...calmAnswers.guidance, health_change: "yes" });
  if (isOpened) await openReflection(sol, share, now());
  const [flag] = await flagsOf(share);
  if (!flag) throw new Error("Nothing was marked");
  return { sol, ada, booking, about, share, flag: flag.id };
}

const flagsOf = (shareId: string) =>
  asSystem("a test looks", (tx) => tx.select().from(flags).where(eq(flags.shareId, shareId)));

const notesOf = (flagId: string) =>
  asSystem("a test looks", (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectType, "flag"), eq(auditLog.subjectId, flagId))),
  );

describe("the list of what waits for a coach", () => {
  test("says who, of which kind and since when, and nothing of what was answered", async () => {
    const { sol, ada, booking, share } = await somethingToTalkAbout({ isOpened: false });
    const all = await listFlags(sol);
    expect(all).toMatchObject([
      {
        shareId: share,
        kind: "session",
        session: { id: booking },
        client: { id: ada.id, name: "Ada" },
        isOpened: false,
        isTakenBack: false,
      },
    ]);
    expect(all[0]?.tiers.length).toBeGreaterThan(0);
    expect(JSON.stringify(all)).not.toContain("health_change");
  });

  test("has one line for each thing shared, the newest first, and no notes", async () => {
    const { sol, ada, booking, share } = await somethingToTalkAbout();
    const journal = await aJournalShare(ada, sol, { isOpened: true });
    const look = await aFlag({ of: ada, for: sol, share: journal });
    const noted = await aJournalShare(ada, sol, { isOpened: true });
    await aFlag({ of: ada, for: sol, share: noted, tier: "note" });
    await aFlag({ of: ada, for: sol, share, tier: "note", question: "way_home" });
    const all = await listFlags(sol);
    expect(all.map(({ shareId }) => shareId)).toEqual([share, journal]);
    expect(all[1]).toMatchObject({ tiers: ["please_look"], toLookAt: [look], isOpened: true });
    expect(all[0]?.tiers).not.toContain("note");
    // Beside the session stands what was noted of it, and of nothing else.
    const beside = await listFlagsBeside(sol, { id: booking, clientIds: [ada.id] });
    expect(beside.map(({ shareId }) => shareId).sort()).toEqual([share, journal].sort());
    expect(beside.find(({ shareId }) => shareId === share)?.tiers).toContain("note");
  });

  test("is empty for another coach", async () => {
    const { ada, booking, share, flag } = await somethingToTalkAbout();
    const kim = await aCoach();
    expect(await listFlags(kim)).toEqual([]);
    expect(await listFlagsBeside(kim, { id: booking, clientIds: [ada.id] })).toEqual([]);
    await expect(settleFlag(kim, flag, { words: "Talked." }, now())).rejects.toThrow(NotFound);
    await expect(undoSettling(kim, flag, now())).rejects.toThrow(NotFound);
    const seen = (viewer: { id: string }) => asViewer(viewer, (tx) => tx.select().from(flags));
    expect([await seen(kim), await seen(ada)]).toEqual([[], []]);
    expect((await flagsOf(share))[0]?.settledAt).toBeNull();
  });

  test("forgets what was taken back before anybody opened it, and keeps what had been opened", async () => {
    const unread = await somethingToTalkAbout({ isOpened: false });
    await takeBack(unread.ada, unread.share, now());
    expect(await listFlags(unread.sol)).toEqual([]);
    await expect(settleFlag(unread.sol, unread.flag, { words: "Talked." }, now())).rejects.toThrow(NotFound);
    await undoTakingBack(unread.ada, unread.share, now());
    expect(await listFlags(unread.sol)).toHaveLength(1);

    const read = await somethingToTalkAbout();
    await takeBack(read.ada, read.share, now());
    expect(await listFlags(read.sol)).toMatchObject([{ shareId: read.share, isTakenBack: true }]);
    const left = await readReflection(read.sol, read.share, now());
    expect(left).toMatchObject({ state: "taken_back", client: { name: "Ada" } });
    // Which answer it was is not said any more.
    expect(JSON.stringify(left)).not.toMatch(/health|question|shareId/);
    await settleFlag(read.sol, read.flag, { words: "We spoke by phone." }, now());
    expect(await listFlags(read.sol)).toEqual([]);
  });
});

describe("settling", () => {
  test("after a talk wants a sentence, which is kept sealed and can be read and undone", async () => {
    const { sol, share, flag } = await somethingToTalkAbout();
    const words = "A new tablet for her thyroid, her doctor knows.";
    await expect(settleFlag(sol, flag, { words: "" }, now())).rejects.toMatchObject({
      code: "no_words",
      field: "words",
    });
    const at = now();
    await settleFlag(sol, flag, { words }, at);
    expect(await listFlags(sol)).toEqual([]);
    const [row] = await flagsOf(share);
    expect(row?.settledAt).toBe(at);
    expect(row?.settledWith?.toString("latin1")).not.toContain("thyroid");
    const reading = await readReflection(sol, share, now());
    if (reading.state !== "opened") throw new Error(reading.state);
    const [mark] = reading.answers.flatMap((one) => one.flags);
    expect(mark?.settled).toEqual({ at, words, consulted: null, canUndo: true });
    await expect(settleFlag(sol, flag, { words }, now())).rejects.toMatchObject({ code: "settled" });
    await undoSettling(sol, flag, at + hour);
    expect(await listFlags(sol)).toHaveLength(1);
    expect((await flagsOf(share))[0]).toMatchObject({ settledAt: null, settledWith: null });
    await undoSettling(sol, flag, at + hour);
    const notes = await notesOf(flag);
    expect(notes.map(({ action }) => action)).toEqual(["flag.settled", "flag.settling_undone"]);
    expect(JSON.stringify(notes)).not.toContain("thyroid");
  });

  test("after a look wants no words", async () => {
    const [sol, ada] = [await aCoach(), await aClient()];
    const held = await aGuidanceHeld({ for: ada, with: sol, daysAgo: 2 });
    const answers = { ...calmAnswers.check_in, overwhelm: 9 };
    const share = await aSharedReflection(ada, daysAfter(held, 1), answers);
    await openReflection(sol, share, now());
    const [flag] = await flagsOf(share);
    await settleFlag(sol, flag?.id ?? "", { words: "" }, now());
    expect(await listFlags(sol)).toEqual([]);
    expect((await flagsOf(share))[0]?.settledWith).toBeNull();
  });

  test("comes after reading", async () => {
    const { sol, flag } = await somethingToTalkAbout({ isOpened: false });
    await expect(settleFlag(sol, flag, { words: "Talked." }, now())).rejects.toMatchObject({
      code: "unread",
    });
  });

  test("cannot be undone for ever", async () => {
    const { sol, flag } = await somethingToTalkAbout();
    const at = now();
    await settleFlag(sol, flag, { words: "Talked." }, at);
    await expect(undoSettling(sol, flag, at + hour + 1)).rejects.toMatchObject({ code: "too_late" });
  });

  test("settles the same answer of an earlier copy with it, and no other answer", async () => {
    const { sol, ada, about, share, flag } = await somethingToTalkAbout();
    const second = await aSharedReflection(ada, about, { intention_now: "To listen." });
    await openReflection(sol, second, now());
    const again = await aFlag({
      of: ada,
      for: sol,
      share: second,
      tier: "talk_first",
      question: "health_change",
    });
    const other = await aFlag({ of: ada, for: sol, share: second, tier: "talk_first", question: "way_home" });
    await settleFlag(sol, again, { words: "Talked." }, now());
    const state = async (id: string, of: string) =>
      (await flagsOf(of)).find((one) => one.id === id)?.settledAt !== null;
    expect([await state(flag, share), await state(again, second), await state(other, second)]).toEqual([
      true,
      true,
      false,
    ]);
    await undoSettling(sol, flag, now());
    expect([await state(flag, share), await state(again, second)]).toEqual([false, false]);
  });

  test("in two windows at once is done once", async () => {
    const { sol, flag } = await somethingToTalkAbout();
    const both = await Promise.allSettled(
      ["One.", "Two."].map((words) => settleFlag(sol, flag, { words }, now())),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "settled" });
  });
});

test("a mark that was read stays beside its answer in a newer copy", async () => {
  const { sol, ada, about, flag } = await somethingToTalkAbout();
  const second = await aSharedReflection(ada, about, { intention_now: "To listen." });
  await openReflection(sol, second, now());
  const reading = await readReflection(sol, second, now());
  if (reading.state !== "opened") throw new Error(reading.state);
  const marked = reading.answers.filter((one) => one.flags.length > 0);
  expect(marked.map(({ key, flags: all }) => [key, all[0]?.id])).toEqual([["health_change", flag]]);
  expect(await listFlags(sol)).toMatchObject([{ shareId: second }]);
});
