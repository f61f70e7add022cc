import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, flags, screeningMoves, screenings } from "#db/schema/index.ts";
import { findHold } from "#lib/flags/hold.ts";
import { settleFlag, undoSettling } from "#lib/flags/settle.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import { letScreeningsGo } from "#lib/screening/let-screenings-go.ts";
import { moveScreening } from "#lib/screening/move.ts";
import { findHealthQuestions, listScreenings } from "#lib/screening/queries.ts";
import { readScreeningOf } from "#lib/screening/read-screening.ts";
import { shareRound } from "#lib/screening/share-round.ts";
import { readScreening } from "#lib/screening/standing.ts";
import { listScreeningsToLookAt } from "#lib/screening/to-look-at.ts";
import { aSessionToCome, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";
import { allNo, aSavedRound, aSharedRound, writingOf } from "#tests/support/screening.ts";

const database = onFreshDatabase();
const now = () => Date.now();
const day = 86_400_000;
const asked = { who: "Dr. Okafor, her doctor", on: "2026-01-12" };

beforeAll(() => ensureQuestions(database.url, 0));

async function two(): Promise<{ sol: Coach; ada: Client }> {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada" })];
  await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, ada.id, sol.id));
  return { sol, ada };
}

const standingOf = (ada: Client, sol: Coach, at = now()) =>
  asViewer(ada, (tx) => readScreening(tx, { clientId: ada.id, coachId: sol.id }, at));
const roundsOf = (ada: Client) =>
  asSystem("a test looks", (tx) => tx.select().from(screenings).where(eq(screenings.clientId, ada.id)));
const flagsIn = (id: string) =>
  asSystem("a test looks", (tx) => tx.select().from(flags).where(eq(flags.screeningId, id)));
const move = (
  sol: Coach,
  id: string,
  to: Parameters<typeof moveScreening>[2]["to"],
  consulted?: typeof asked,
) => moveScreening(sol, id, { to, reason: "We spoke on the phone.", ...(consulted && { consulted }) }, now());

async function settleAll(sol: Coach, id: string) {
  for (const { id: flag, settledAt, tier } of await flagsIn(id))
    if (settledAt === null && tier !== "note")
      await settleFlag(
        sol,
        flag,
        { words: "We talked.", consulted: tier === "medical_review" ? asked : undefined },
        now(),
      );
}

describe("what a client answers about their health", () => {
  test("is kept for them alone until they share it", async () => {
    const { sol, ada } = await two();
    await aSavedRound(ada, sol, { lithium: "talk" });
    expect((await findHealthQuestions(ada, sol.id, now())).answers).toEqual({ lithium: "talk" });
    expect((await standingOf(ada, sol)).state).toBe("not_started");
    expect(await readScreeningOf(sol, ada.id, now())).toBeUndefined();
    const seen = await asViewer(sol, (tx) => tx.select({ id: screenings.id }).from(screenings));
    expect(seen).toEqual([]);
    const [row] = await roundsOf(ada);
    expect(row?.answers.toString("latin1")).not.toContain("lithium");
  });

  test("is shared once all sixteen are answered, and not before", async () => {
    const { sol, ada } = await two();
    const { ground: _, ...most } = allNo;
    await expect(shareRound(ada, await writingOf(ada, sol, most), now())).rejects.toMatchObject({
      code: "missing",
      offer: { missing: [{ key: "ground" }] },
    });
    const id = await aSharedRound(ada, sol);
    expect(await standingOf(ada, sol)).toMatchObject({ state: "shared", screeningId: id, because: null });
    expect(await listScreeningsToLookAt(sol)).toMatchObject([{ client: { id: ada.id }, tiers: [] }]);
  });

  test("is kept for no coach of somebody else's, nor by another person", async () => {
    const { sol, ada } = await two();
    const bea = await two();
    const writing = await writingOf(ada, sol, allNo);
    await expect(shareRound(ada, { ...writing, coachId: bea.sol.id }, now())).rejects.toThrow(NotFound);
    await expect(shareRound(bea.ada, { ...writing, author: bea.ada.id }, now())).rejects.toThrow(NotFound);
    await expect(shareRound(bea.ada, writing, now())).rejects.toMatchObject({ code: "another_person" });
    await expect(findHealthQuestions(ada, bea.sol.id, now())).rejects.toThrow(NotFound);
    expect(await listScreenings(ada, now())).toMatchObject([{ id: sol.id }]);
  });

  test("of two devices the later one is told what the other wrote", async () => {
    const { sol, ada } = await two();
    const writing = await writingOf(ada, sol, { heart: "no" });
    await aSavedRound(ada, sol, { heart: "yes" });
    await expect(aSavedRound(ada, sol, { heart: "yes" })).resolves.toMatchObject({ revision: 1 });
    await expect(shareRound(ada, { ...writing, answers: { heart: "no" } }, now())).rejects.toMatchObject({
      code: "written_elsewhere",
    });
  });

  test("two devices that begin at once make one round", async () => {
    const { sol, ada } = await two();
    const writing = await writingOf(ada, sol, { heart: "yes" });
    await Promise.all([aSavedRound(ada, sol, { heart: "yes" }), aSavedRound(ada, sol, { heart: "yes" })]);
    expect(writing.revision).toBe(0);
    expect(await roundsOf(ada)).toHaveLength(1);
    await aSharedRound(ada, sol);
    await Promise.all([aSavedRound(ada, sol, { heart: "talk" }), aSavedRound(ada, sol, { heart: "talk" })]);
    expect(await roundsOf(ada)).toHaveLength(2);
  });

  test("counts until newer answers are shared, which go on waiting for what waits", async () => {
    const { sol, ada } = await two();
    const first = await aSharedRound(ada, sol, { heart: "yes", allergy: "yes" });
    await aSavedRound(ada, sol, { heart: "talk" });
    expect((await standingOf(ada, sol)).screeningId).toBe(first);
    expect((await findHealthQuestions(ada, sol.id, now())).answers.heart).toBe("talk");
    const second = await aSharedRound(ada, sol, { heart: "talk", allergy: "no" });
    expect((await standingOf(ada, sol)).screeningId).toBe(second);
    const old = (await roundsOf(ada)).find(({ id }) => id === first);
    expect(old?.replacedAt).not.toBeNull();
    expect(await flagsIn(second)).toHaveLength(1);
    const reading = await readScreeningOf(sol, ada.id, now());
    expect(reading?.earlier).toHaveLength(1);
    await expect(move(sol, first, "in_conversation")).rejects.toMatchObject({ code: "replaced" });
  });

  test("asked for twice it is shared once", async () => {
    const { sol, ada } = await two();
    const at = now() - 3 * 3_600_000;
    const [one, again] = [await aSharedRound(ada, sol, {}, at), await aSharedRound(ada, sol, {}, at + 1_000)];
    expect(again).toBe(one);
    expect(await aSharedRound(ada, sol, {}, at + 2 * 3_600_000)).not.toBe(one);
  });
});

describe("what is marked in it", () => {
  test("holds a day of guidance until each is written of, a doctor's view with who was asked", async () => {
    const { sol, ada } = await two();
    const id = await aSharedRound(ada, sol, { lithium: "yes", care_now: "yes", access: "talk" });
    const marked = await flagsIn(id);
    expect(marked.map(({ tier }) => tier).sort()).toEqual(["medical_review", "note", "talk_first"]);
    const hold = () => asViewer(ada, (tx) => findHold(tx, { clientId: ada.id, coachId: sol.id }));
    expect(await hold()).toMatchObject({ screeningId: id });
    const review = marked.find(({ tier }) => tier === "medical_review")?.id ?? "";
    await expect(settleFlag(sol, review, { words: "Fine." }, now())).rejects.toMatchObject({
      code: "not_consulted",
    });
    const ahead = { ...asked, on: "2999-01-01" };
    await expect(settleFlag(sol, review, { words: "Fine.", consulted: ahead }, now())).rejects.toMatchObject({
      code: "not_yet",
    });
    await settleAll(sol, id);
    expect(await hold()).toBeUndefined();
    const reading = await readScreeningOf(sol, ada.id, now());
    expect(reading?.answers[0]).toMatchObject({ key: "lithium", flag: { settled: { consulted: asked } } });
    const [kept] = (await flagsIn(id)).filter((one) => one.id === review);
    expect(kept?.consulted?.toString("latin1")).not.toContain("Okafor");
    await undoSettling(sol, review, now());
    expect(await hold()).toMatchObject({ screeningId: id });
    const other = await aCoach();
    await expect(settleFlag(other, review, { words: "x", consulted: asked }, now())).rejects.toThrow(
      NotFound,
    );
  });
});

describe("the talk about it", () => {
  test("is moved by the coach alone, each step with a reason that is kept sealed", async () => {
    const { sol, ada } = await two();
    const id = await aSharedRound(ada, sol, { seizure: "talk" });
    await expect(move(await aCoach(), id, "in_conversation")).rejects.toThrow(NotFound);
    await move(sol, id, "in_conversation");
    await expect(move(sol, id, "coach_ready_to_proceed")).rejects.toMatchObject({ code: "flags_open" });
    await expect(move(sol, id, "medical_review_noted", asked)).rejects.toMatchObject({
      code: "not_from_here",
    });
    await move(sol, id, "medical_review_asked");
    await expect(move(sol, id, "medical_review_noted")).rejects.toMatchObject({ code: "not_consulted" });
    await move(sol, id, "medical_review_noted", asked);
    await settleAll(sol, id);
    await move(sol, id, "coach_ready_to_proceed");
    expect((await standingOf(ada, sol)).state).toBe("coach_ready_to_proceed");
    const history = (await readScreeningOf(sol, ada.id, now()))?.history ?? [];
    expect(history).toHaveLength(4);
    expect(history.every(({ reason, at }) => reason === "We spoke on the phone." && at > 0)).toBe(true);
    expect(history.find(({ to }) => to === "medical_review_noted")?.consulted).toEqual(asked);
    const audit = await asSystem("a test looks", (tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "screening.moved"))),
    );
    expect(audit).toHaveLength(4);
    expect(JSON.stringify(audit)).not.toMatch(/phone|Okafor/);
  });

  test("is not the client's to move, nor the answers the coach's to change", async () => {
    const { sol, ada } = await two();
    const id = await aSharedRound(ada, sol);
    const set = (who: Client | Coach, change: object) =>
      asViewer(who, (tx) => tx.update(screenings).set(change).where(eq(screenings.id, id)));
    await expect(set(ada, { state: "coach_ready_to_proceed" })).rejects.toThrow();
    await expect(set(sol, { answers: Buffer.from("x") })).rejects.toThrow();
    await expect(set(ada, { answers: Buffer.from("x") })).rejects.toThrow();
    const seen = await asViewer(ada, (tx) => tx.select().from(screeningMoves));
    expect(seen).toEqual([]);
    expect((await standingOf(ada, sol)).state).toBe("shared");
  });
});

describe("answers that are too old", () => {
  test("cannot be built on after ninety days", async () => {
    const { sol, ada } = await two();
    const at = now() - 90 * day;
    const id = await aSharedRound(ada, sol, {}, at);
    expect(await standingOf(ada, sol, at + 90 * day - 1_000)).toMatchObject({ state: "shared" });
    expect(await standingOf(ada, sol, at + 90 * day)).toMatchObject({ state: "expired", because: "age" });
    await expect(move(sol, id, "coach_ready_to_proceed")).rejects.toMatchObject({ code: "expired" });
    await move(sol, id, "in_conversation");
    const again = await aSharedRound(ada, sol);
    expect(again).not.toBe(id);
    expect((await standingOf(ada, sol)).state).toBe("shared");
  });

  test("are so at once when a change is shared, and never when it was taken back unopened", async () => {
    const { sol, ada } = await two();
    await aSharedRound(ada, sol, {}, now() - 3_600_000);
    const booking = await aSessionToCome({ for: ada, with: sol, kind: "guidance" });
    const changed = { ...calmAnswers.guidance, health_change: "yes" };
    const share = await aSharedReflection(ada, beforeIt(booking), changed);
    expect(await standingOf(ada, sol)).toMatchObject({ state: "expired", because: "change" });
    await takeBack(ada, share, now());
    expect(await standingOf(ada, sol)).toMatchObject({ state: "shared", because: null });
  });

  test("stay as they were when a life event is shared", async () => {
    const { sol, ada } = await two();
    await aSharedRound(ada, sol, {}, now() - 3_600_000);
    const booking = await aSessionToCome({ for: ada, with: sol });
    await aSharedReflection(ada, beforeIt(booking), { ...calmAnswers.preparation, changes: ["life_event"] });
    expect((await standingOf(ada, sol)).state).toBe("shared");
  });
});

test("a year after the last session all of it is gone, and of others nothing is", async () => {
  const [{ sol, ada }, other] = [await two(), await two()];
  const long = now() - 400 * day;
  const id = await aSharedRound(ada, sol, { heart: "yes" }, long);
  await move(sol, id, "in_conversation");
  const type = await aType(sol, { kind: "preparation" });
  const start = Math.floor(long / day) * day + day;
  await aBooking({ for: ada, with: sol, type, start, status: "completed" });
  await aSharedRound(other.ada, other.sol);
  expect(await letScreeningsGo(start + 360 * day)).toBe(0);
  expect(await letScreeningsGo(start + 367 * day)).toBe(1);
  expect(await roundsOf(ada)).toEqual([]);
  expect(await flagsIn(id)).toEqual([]);
  expect(await roundsOf(other.ada)).toHaveLength(1);
});
