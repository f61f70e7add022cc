import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookingReasons, journeyMembers } from "#db/schema/index.ts";
import { findSchedule } from "#lib/availability/queries.ts";
import { bookForClient } from "#lib/bookings/commands/book-for-client.ts";
import { cancelForClient } from "#lib/bookings/commands/cancel-booking.ts";
import { makeRoom } from "#lib/bookings/commands/make-room.ts";
import { markSession } from "#lib/bookings/commands/mark-session.ts";
import { moveForClient } from "#lib/bookings/commands/move-for-client.ts";
import { listReasons } from "#lib/bookings/request-queries.ts";
import { agreeOnSessions, listBalances } from "#lib/clients/balance.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { lettersOf, rowsOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
// A Thursday.
const start = Date.parse("2026-12-03T10:00:00Z");
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", to: "17:00" }));
const plain = { mail: true, despite: [] };

async function aPractice(details: Parameters<typeof aType>[1] = {}) {
  const [ada, sol] = [await aClient(), await aCoach({ hours: weekdays })];
  const typeId = await aType(sol, { notice: 1440, ...details });
  // They know each other from a session that is long over.
  await aBooking({ for: ada, with: sol, type: typeId, start: start - 40 * day, status: "completed" });
  return { ada, sol, typeId, journeyId: await journeyOf(ada) };
}

async function journeyOf({ id }: Client): Promise<string> {
  const [row] = await asSystem("a test looks", (tx) =>
    tx.select().from(journeyMembers).where(eq(journeyMembers.clientId, id)),
  );
  return row?.journeyId ?? "";
}

const warningsOf = async (tried: Promise<unknown>) => {
  const refused = (await tried.catch((error: unknown) => error)) as {
    code: string;
    offer: { warnings: { rule: string; sentence: string }[] };
  };
  expect(refused).toMatchObject({ code: "outside_rules", status: 409 });
  return refused.offer.warnings.map(({ rule }) => rule);
};

describe("a coach who books for a client", () => {
  test("books like the client would, and the letter goes out when it should", async () => {
    const { ada, sol, typeId, journeyId } = await aPractice();
    const { bookingId } = await bookForClient(sol, { ...plain, journeyId, typeId, start }, undefined, now);
    expect(await storedBooking(bookingId)).toMatchObject({ status: "confirmed", outsideRules: [] });
    expect(await lettersOf(bookingId)).toEqual([{ kind: "booking_confirmed", to: ada.id }]);
    const silent = { ...plain, mail: false, journeyId, typeId, start: start + 2 * hour };
    const second = await bookForClient(sol, silent, undefined, now);
    expect(await lettersOf(second.bookingId)).toEqual([]);
  });

  test("books once for one key", async () => {
    const { sol, typeId, journeyId } = await aPractice();
    const key = randomUUID();
    const wish = { ...plain, journeyId, typeId, start };
    const both = await Promise.all([bookForClient(sol, wish, key, now), bookForClient(sol, wish, key, now)]);
    expect(both[0]).toEqual(both[1]);
  });

  test("is told each own rule that it passes over, and may do so when all are named", async () => {
    const { sol, typeId, journeyId } = await aPractice();
    const tonight = Date.parse("2026-12-01T20:00:00Z");
    const wish = { ...plain, journeyId, typeId, start: tonight };
    expect(await warningsOf(bookForClient(sol, wish, undefined, now))).toEqual(["notice", "closed"]);
    const half = bookForClient(sol, { ...wish, despite: ["notice"] }, undefined, now);
    expect(await warningsOf(half)).toEqual(["notice", "closed"]);
    const { bookingId } = await bookForClient(
      sol,
      { ...wish, despite: ["notice", "closed"], reason: "She leaves for the coast tomorrow." },
      undefined,
      now,
    );
    expect(await storedBooking(bookingId)).toMatchObject({ outsideRules: ["notice", "closed"] });
    expect(await listReasons(sol, bookingId)).toMatchObject([
      { act: "booked", words: "She leaves for the coast tomorrow." },
    ]);
  });

  test("fixes a day of guidance with something still open only with a written reason", async () => {
    const { sol, journeyId } = await aPractice();
    const typeId = await aType(sol, { kind: "guidance", mode: "request", notice: 0 });
    const wish = { ...plain, journeyId, typeId, start };
    const before = await rowsOf();
    await expect(bookForClient(sol, wish, undefined, now)).rejects.toMatchObject({
      code: "gate_open",
      field: "reason",
    });
    expect(await rowsOf()).toEqual(before);
    const { bookingId } = await bookForClient(sol, { ...wish, reason: "All on paper" }, undefined, now);
    expect(await listReasons(sol, bookingId)).toMatchObject([
      { act: "gate_overridden", words: "All on paper" },
    ]);
  });

  test("keeps the reason sealed, and to themselves", async () => {
    const { ada, sol, typeId, journeyId } = await aPractice();
    const wish = { ...plain, journeyId, typeId, start, reason: "A quiet word" };
    const { bookingId } = await bookForClient(sol, wish, undefined, now);
    const [stored] = await asSystem("a test looks", (tx) =>
      tx.select().from(bookingReasons).where(eq(bookingReasons.bookingId, bookingId)),
    );
    expect(stored?.reason.toString("utf8")).not.toContain("quiet");
    expect(await listReasons(await aCoach(), bookingId)).toEqual([]);
    expect(await listReasons(ada as never, bookingId)).toEqual([]);
  });

  test("names limits, rest and light days too", async () => {
    const { sol, typeId, journeyId } = await aPractice({ dailyLimit: 1, after: 30 });
    const guidance = await aType(sol, { kind: "guidance", nextDayLimit: 0 });
    await aBooking({ for: await aClient(), with: sol, type: typeId, start, after: 30 });
    const near = { ...plain, journeyId, typeId, start: start + hour };
    expect(await warningsOf(bookForClient(sol, near, undefined, now))).toEqual(["buffers", "daily_limit"]);
    await aBooking({ for: await aClient(), with: sol, type: guidance, start: start + 4 * day });
    const light = { ...plain, journeyId, typeId, start: start + 5 * day };
    expect(await warningsOf(bookForClient(sol, light, undefined, now))).toContain("light_day");
  });

  test("may leave less rest than usual, and nobody's session is touched by it", async () => {
    const { sol, typeId, journeyId } = await aPractice({ after: 30, before: 15 });
    const other = await aBooking({
      for: await aClient(),
      with: sol,
      type: typeId,
      start,
      after: 30,
      before: 15,
    });
    const wish = { ...plain, journeyId, typeId, start: start + hour, despite: ["buffers"] };
    const { bookingId } = await bookForClient(sol, wish, undefined, now);
    expect(await storedBooking(other)).toMatchObject({
      during: { start, end: start + hour },
      occupied: { start: start - 15 * minute, end: start + hour },
    });
    expect(await storedBooking(bookingId)).toMatchObject({
      occupied: { start: start + hour, end: start + 2 * hour + 30 * minute },
    });
  });

  test("never books over another session, whatever is named", async () => {
    const { sol, typeId, journeyId } = await aPractice();
    await aBooking({ for: await aClient(), with: sol, type: typeId, start: start + 30 * minute });
    const before = await rowsOf();
    const despite = ["buffers", "closed", "notice", "taken"];
    const over = bookForClient(sol, { ...plain, journeyId, typeId, start, despite }, undefined, now);
    await expect(over).rejects.toMatchObject({ code: "taken", status: 409 });
    expect(await rowsOf()).toEqual(before);
  });

  test("makes no room where somebody has booked the time itself since the rules were asked", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start: start + 30 * minute });
    const before = await rowsOf();
    await asSystem("a test makes room", async (tx) => {
      const schedule = await findSchedule(tx, typeId);
      if (schedule) await makeRoom(tx, schedule, start);
    });
    expect(await rowsOf()).toEqual(before);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed" });
  });

  test("books for their own clients, in their own kinds", async () => {
    const { sol, typeId, journeyId } = await aPractice();
    const others = await aPractice();
    const before = await rowsOf();
    for (const wish of [
      { journeyId: others.journeyId, typeId },
      { journeyId, typeId: others.typeId },
      { journeyId: randomUUID(), typeId },
    ])
      await expect(bookForClient(sol, { ...plain, ...wish, start }, undefined, now)).rejects.toMatchObject({
        name: "NotFound",
      });
    expect(await rowsOf()).toEqual(before);
  });

  test("books a session for one person for one person", async () => {
    const { sol, journeyId } = await aPractice();
    const couple = await aType(sol, { kind: "couple" });
    const wrong = bookForClient(sol, { ...plain, journeyId, typeId: couple, start }, undefined, now);
    await expect(wrong).rejects.toMatchObject({
      message: "A couple session is for two people who are here as a couple.",
    });
  });
});

describe("a coach who moves and cancels for a client", () => {
  test("moves outside the own rules when they are named, with or without a letter", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    const evening = start + 9 * hour;
    expect(await warningsOf(moveForClient(sol, id, { ...plain, start: evening }, now))).toEqual(["closed"]);
    await moveForClient(sol, id, { start: evening, mail: false, despite: ["closed"], reason: "Asked" }, now);
    expect(await storedBooking(id)).toMatchObject({
      during: { start: evening },
      movedFrom: { start },
      icsSequence: 1,
      outsideRules: ["closed"],
    });
    expect(await lettersOf(id)).toEqual([]);
    await moveForClient(sol, id, { ...plain, start }, now);
    expect(await storedBooking(id)).toMatchObject({ during: { start }, outsideRules: [], icsSequence: 2 });
    expect((await lettersOf(id)).map(({ kind }) => kind)).toEqual(["booking_moved"]);
  });

  test("cancels without a letter when the letter is not wanted", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    await cancelForClient(sol, id, { mail: false, reason: "She rang" }, now);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled", cancelledBy: sol.id });
    expect(await lettersOf(id)).toEqual([]);
    expect(await listReasons(sol, id)).toMatchObject([{ act: "cancelled", words: "She rang" }]);
  });
});

describe("how a session went", () => {
  test("is said by the coach, counted or not, and can be taken back", async () => {
    const { ada, sol, typeId } = await aPractice();
    await agreeOnSessions(sol, { clientId: ada.id, agreed: 3 });
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    const balance = async () => (await listBalances(sol, [ada.id])).get(ada.id);
    await markSession(sol, id, { as: "completed", counts: true }, start + hour);
    expect(await storedBooking(id)).toMatchObject({ status: "completed", markedBy: sol.id });
    expect(await balance()).toEqual({ agreed: 3, used: 1 });
    await markSession(sol, id, { as: "no_show", counts: false }, start + hour);
    expect(await balance()).toEqual({ agreed: 3, used: 0 });
    await markSession(sol, id, { as: "unmarked", counts: false }, start + hour);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed", markedAt: null, counts: null });
  });

  test("late cancelled: it is off, and counts when the coach says so", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    await markSession(sol, id, { as: "late_cancelled", counts: true }, start - hour);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled", late: true, counts: true });
    expect((await lettersOf(id)).map(({ kind }) => kind)).toEqual(["booking_cancelled"]);
    expect((await listBalances(sol, [ada.id])).get(ada.id)).toEqual({ agreed: undefined, used: 1 });
  });

  test("is not said before it begins, nor of what is off, nor by another coach", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    const done = { as: "completed" as const, counts: true };
    await expect(markSession(sol, id, done, start - 1)).rejects.toMatchObject({ code: "too_early" });
    await expect(markSession(await aCoach(), id, done, start)).rejects.toMatchObject({ name: "NotFound" });
    await cancelForClient(sol, id, { mail: false }, now);
    await expect(markSession(sol, id, done, start)).rejects.toMatchObject({ code: "not_markable" });
  });

  test("a number of sessions is agreed on with own clients only", async () => {
    const { sol } = await aPractice();
    const stranger = await aClient();
    await expect(agreeOnSessions(sol, { clientId: stranger.id, agreed: 3 })).rejects.toMatchObject({
      name: "NotFound",
    });
  });
});
