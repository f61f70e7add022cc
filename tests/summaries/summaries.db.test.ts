import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, messages, sentSummaries, sharedSummaries } from "#db/schema/index.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { fateOf } from "#lib/mail/second-look.ts";
import { NotFound } from "#lib/refusal.ts";
import { findSummary, listSummaries } from "#lib/summaries/for-client.ts";
import { keepSummary } from "#lib/summaries/keep-summary.ts";
import { findLastStep, listSentTo, listSessionSummaries } from "#lib/summaries/queries.ts";
import { sendSummary } from "#lib/summaries/send-summary.ts";
import { takeBackSummary } from "#lib/summaries/take-back.ts";
import { aTypeOf } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aSentSummary, aSessionHeld, summaryOf } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.now();
const minute = 60_000;
const day = 86_400_000;

async function aPair() {
  const coach = await aCoach({ name: "Sol" });
  const client = await aClient({ name: "Mara", zone: "Europe/Lisbon" });
  return { coach, client, booking: await aSessionHeld({ for: client, with: coach }) };
}
type Pair = Awaited<ReturnType<typeof aPair>>;

const keep = ({ coach, client, booking }: Pair, step: string, revision = 0, at = now) =>
  keepSummary(coach, summaryOf(coach, [booking, client], { step }, revision), at);
const send = ({ coach, client, booking }: Pair, revision: number, at = now, key: string = randomUUID()) =>
  sendSummary(coach, { booking, client: client.id, revision }, key, at);
async function sheetOf({ coach, booking }: Pair, at = now) {
  const found = await findBooking(coach, booking);
  const [sheet] = found ? await listSessionSummaries(coach, found, at) : [];
  return sheet;
}
const stepFor = async ({ client, booking }: Pair) =>
  (await findSummary(client, booking))?.written.find(({ key }) => key === "step")?.words;
const lettersTo = ({ id }: Client) =>
  asSystem("a test looks at mail", (tx) =>
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.recipientId, id), eq(messages.kind, "summary_sent"))),
  );
const fate = (letter: Awaited<ReturnType<typeof lettersTo>>[number] | undefined, at: number) =>
  asSystem("a test looks once more", async (tx) => letter && fateOf(tx, letter, at));
const acts = ({ coach }: Pair) =>
  asSystem("a test reads the log", async (tx) =>
    (await tx.select().from(auditLog).where(eq(auditLog.actorId, coach.id)))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("summary.")),
  );

describe("a summary", () => {
  test("is its coach's alone until it is sent, and then its reader's too", async () => {
    const pair = await aPair();
    const { coach, client, booking } = pair;
    expect(await keep(pair, "Keep the window.")).toMatchObject({ revision: 1 });
    expect(await findSummary(client, booking)).toBeUndefined();
    expect(await asViewer(client, (tx) => tx.select().from(sharedSummaries))).toEqual([]);
    const { sentId } = await send(pair, 1);
    expect(await findSummary(client, booking)).toMatchObject({
      ...{ id: sentId, coachName: "Sol", sentAt: now },
      written: [{ key: "step", label: "One small practice", words: "Keep the window." }],
    });
    expect(await listSummaries(client)).toMatchObject([{ bookingId: booking, coachName: "Sol" }]);
    expect(await sheetOf(pair)).toMatchObject({ sent: { id: sentId, isNewest: true, canTakeBack: true } });
    const stranger = await aClient();
    expect(await findSummary(stranger, booking)).toBeUndefined();
    expect(await asViewer(stranger, (tx) => tx.select().from(sentSummaries))).toEqual([]);
    expect(await asViewer(await aCoach(), (tx) => tx.select().from(sentSummaries))).toEqual([]);
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select().from(sentSummaries).where(eq(sentSummaries.id, sentId)),
    );
    expect(row?.words.toString("latin1")).not.toContain("window");
    expect(await listSentTo(coach, client.id, [booking])).toMatchObject([{ id: sentId }]);
  });

  test("of somebody else's session, or of somebody who did not come, is not there", async () => {
    const pair = await aPair();
    const [other, stranger] = [await aCoach(), await aClient()];
    await keep(pair, "Words");
    const { sentId } = await send(pair, 1);
    const theirs: [Coach, Client][] = [
      [other, pair.client],
      [pair.coach, stranger],
    ];
    for (const [coach, client] of theirs) {
      await expect(keep({ ...pair, coach, client }, "Mine")).rejects.toThrow(NotFound);
      await expect(send({ ...pair, coach, client }, 1)).rejects.toThrow(NotFound);
    }
    await expect(takeBackSummary(other, sentId, now)).rejects.toThrow(NotFound);
    expect(await stepFor(pair)).toBe("Words");
  });

  test("waits until the session has begun", async () => {
    const pair = await aPair();
    const booking = await aSessionHeld({ for: pair.client, with: pair.coach, start: now + day });
    await expect(keep({ ...pair, booking }, "Early")).rejects.toMatchObject({ code: "too_early" });
    await expect(send({ ...pair, booking }, 1)).rejects.toThrow(NotFound);
  });

  test("that was written on elsewhere is not written over, and not sent unseen", async () => {
    const pair = await aPair();
    await keep(pair, "One");
    await keep(pair, "Two", 1);
    await expect(keep(pair, "Three", 1)).rejects.toMatchObject({ code: "written_elsewhere" });
    await expect(send(pair, 1)).rejects.toMatchObject({ code: "changed" });
    await keep(pair, "", 2);
    await expect(send(pair, 3)).rejects.toMatchObject({ code: "nothing_to_send" });
    expect(await findSummary(pair.client, pair.booking)).toBeUndefined();
  });

  test("is sent once, however often and from however many windows that is asked", async () => {
    const pair = await aPair();
    await keep(pair, "Once");
    const key = randomUUID();
    const answers = await Promise.all([send(pair, 1, now, key), send(pair, 1, now, key), send(pair, 1)]);
    expect(new Set(answers.map(({ sentId }) => sentId)).size).toBe(1);
    expect(await lettersTo(pair.client)).toHaveLength(1);
    expect(await acts(pair)).toEqual(["summary.sent"]);
    await takeBackSummary(pair.coach, answers[0].sentId, now + minute);
    // The first request once more, late: it does not send again what was taken back.
    await send(pair, 1, now + 2 * minute, answers[0].sentId);
    expect(await findSummary(pair.client, pair.booking)).toBeUndefined();
  });

  test("that is sent again takes the place of the earlier one, which comes back when it is taken back", async () => {
    const pair = await aPair();
    await keep(pair, "One");
    await send(pair, 1);
    await keep(pair, "Two", 1, now + 20 * minute);
    expect(await stepFor(pair)).toBe("One");
    expect(await sheetOf(pair)).toMatchObject({ sent: { isNewest: false } });
    const { sentId } = await send(pair, 2, now + 20 * minute);
    expect(await stepFor(pair)).toBe("Two");
    expect(await listSummaries(pair.client)).toHaveLength(1);
    await takeBackSummary(pair.coach, sentId, now + 25 * minute);
    expect(await stepFor(pair)).toBe("One");
    expect(await acts(pair)).toEqual([
      ...["summary.sent", "summary.replaced", "summary.sent"],
      ...["summary.taken_back", "summary.sent_again"],
    ]);
  });

  test("can be taken back for ten minutes, and not later", async () => {
    const pair = await aPair();
    await keep(pair, "Words");
    const { sentId } = await send(pair, 1);
    await expect(takeBackSummary(pair.coach, sentId, now + 10 * minute)).rejects.toMatchObject({
      code: "too_late",
    });
    await takeBackSummary(pair.coach, sentId, now + 9 * minute);
    await takeBackSummary(pair.coach, sentId, now + 30 * minute);
    expect(await findSummary(pair.client, pair.booking)).toBeUndefined();
    expect(await asViewer(pair.client, (tx) => tx.select().from(sentSummaries))).toEqual([]);
  });

  test("of a couple is one for each, and neither reads the other's", async () => {
    const coach = await aCoach();
    const [jonas, ute] = [await aClient(), await aClient()];
    const booking = await aSessionHeld({ for: [jonas, ute], with: coach, kind: "couple" });
    const words = (client: Client, pause: string) =>
      keepSummary(coach, summaryOf(coach, [booking, client], { pause }), now);
    await words(jonas, "Tea");
    await words(ute, "Rain");
    await sendSummary(coach, { booking, client: ute.id, revision: 1 }, undefined, now);
    expect((await findSummary(ute, booking))?.written).toMatchObject([{ words: "Rain" }]);
    expect(await findSummary(jonas, booking)).toBeUndefined();
  });
});

describe("the letter about it", () => {
  test("goes once it can no longer be taken back, and only while it can be read", async () => {
    const pair = await aPair();
    await keep(pair, "Words");
    const { sentId } = await send(pair, 1);
    const [letter] = await lettersTo(pair.client);
    expect(letter?.notBefore).toBeGreaterThanOrEqual(now + 10 * minute);
    const atNoon = Date.parse("2026-06-01T12:00:00Z");
    expect(await fate(letter, atNoon)).toBe("goes");
    await takeBackSummary(pair.coach, sentId, now + minute);
    expect(await fate(letter, atNoon)).toBe("outdated");
  });

  test("comes once more where its own was dropped while another stood in its place", async () => {
    const pair = await aPair();
    await keep(pair, "One");
    await send(pair, 1);
    await keep(pair, "Two", 1, now + 5 * minute);
    const { sentId } = await send(pair, 2, now + 5 * minute);
    await takeBackSummary(pair.coach, sentId, now + 12 * minute);
    const letters = await lettersTo(pair.client);
    expect(letters).toHaveLength(3);
    const atNoon = Date.parse("2026-06-01T12:00:00Z");
    expect(
      await fate(
        letters.find(({ dedupe }) => dedupe.includes("@")),
        atNoon,
      ),
    ).toBe("goes");
  });
});

describe("what the portal knows", () => {
  test("is offered in the client's own zone, and never put in by itself", async () => {
    const pair = await aPair();
    const type = await aTypeOf(pair.coach, "integration");
    await aBooking({ for: pair.client, with: pair.coach, type, start: now + 3 * day });
    const sheet = await sheetOf(pair);
    expect(sheet?.suggestions.next).toContain("Lisbon time");
    expect(sheet?.answers).toEqual({});
    const booking = await aSessionHeld({
      ...{ for: pair.client, with: pair.coach, kind: "guidance" },
      start: Date.parse("2026-06-01T09:00:00Z"),
    });
    expect((await sheetOf({ ...pair, booking }))?.suggestions.check_ins?.split("\n")).toEqual([
      "Tuesday 2 June",
      "Thursday 4 June",
      "Monday 8 June",
      "Monday 15 June",
      "Wednesday 1 July",
    ]);
  });

  test("is the last step that was agreed on before a session, of what still stands", async () => {
    const pair = await aPair();
    const { coach, client, booking } = pair;
    const later = await aSessionHeld({ for: client, with: coach, start: now - 2 * 3_600_000 });
    await aSentSummary(coach, booking, client, "Keep the window.", now);
    const newer = await aSentSummary(coach, later, client, "Ask one question.", now);
    expect(await findLastStep(coach, client.id, now)).toMatchObject({
      words: "Ask one question.",
      bookingId: later,
    });
    expect(await findLastStep(coach, client.id, now - 5 * 3_600_000)).toMatchObject({
      words: "Keep the window.",
    });
    await takeBackSummary(coach, newer, now);
    expect(await findLastStep(coach, client.id, now)).toMatchObject({ words: "Keep the window." });
    expect(await findLastStep(await aCoach(), client.id, now)).toBeUndefined();
  });
});
