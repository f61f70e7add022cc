import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, bookingAttendees, bookings } from "#db/schema/index.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { deskLettersOf, lettersOf, rowsOf } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const zone = "Europe/Lisbon";

async function aPractice(details: Parameters<typeof aType>[1] = {}) {
  const coach = await aCoach();
  return { coach, typeId: await aType(coach, details) };
}

const bookOf = ({ id }: Coach) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({
        id: bookings.id,
        status: bookings.status,
        during: bookings.during,
        occupied: bookings.occupied,
      })
      .from(bookings)
      .where(eq(bookings.coachId, id)),
  );

describe("a client who books a free time", () => {
  test("has it at once, with a letter and a line in the audit log", async () => {
    const { coach, typeId } = await aPractice({ before: 10, after: 20 });
    const ada = await aClient();
    const { bookingId, status } = await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
    expect(status).toBe("confirmed");
    expect(await bookOf(coach)).toEqual([
      {
        id: bookingId,
        status: "confirmed",
        during: { start, end: start + hour },
        occupied: { start: start - hour / 6, end: start + hour + hour / 3 },
      },
    ]);
    expect(await lettersOf(bookingId)).toEqual([{ kind: "booking_confirmed", to: ada.id }]);
    expect(await deskLettersOf(bookingId)).toEqual([{ kind: "coach_booked", to: coach.id }]);
    const [line] = await asSystem("a test looks", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, bookingId)),
    );
    expect(line).toMatchObject({
      action: "booking.confirmed",
      actorId: ada.id,
      actorKind: "client",
      meta: {},
    });
  });

  test("gets one booking and one letter, however often the same click arrives", async () => {
    const { coach, typeId } = await aPractice();
    const ada = await aClient();
    const key = randomUUID();
    const clicks = Array.from({ length: 12 }, () => bookSlot(ada, { typeId, start, zone }, key, now));
    const answers = await Promise.all(clicks);
    expect(new Set(answers.map(({ bookingId }) => bookingId)).size).toBe(1);
    expect(await bookOf(coach)).toHaveLength(1);
    expect(await lettersOf(answers[0]?.bookingId ?? "")).toHaveLength(1);
  });

  test("is told when the same key comes with another wish", async () => {
    const { typeId } = await aPractice();
    const ada = await aClient();
    const key = randomUUID();
    await bookSlot(ada, { typeId, start, zone }, key, now);
    await expect(bookSlot(ada, { typeId, start: start + hour, zone }, key, now)).rejects.toMatchObject({
      name: "Refusal",
      code: "key_reused",
      status: 422,
      message: "This was already sent with another time. Please reload the page and choose again.",
    });
  });

  test("learns nothing by using somebody else's key", async () => {
    const { typeId } = await aPractice();
    const [ada, eve] = [await aClient(), await aClient({ name: "Eve" })];
    const key = randomUUID();
    const { bookingId } = await bookSlot(ada, { typeId, start, zone }, key, now);
    await expect(bookSlot(eve, { typeId, start, zone }, key, now)).rejects.toMatchObject({ code: "taken" });
    const other = await bookSlot(eve, { typeId, start: start + hour, zone }, key, now);
    expect(other.bookingId).not.toBe(bookingId);
  });
});

describe("a client who cannot have the time", () => {
  test("is told it has gone, and offered the nearest ones", async () => {
    const { coach, typeId } = await aPractice();
    await aBooking({ for: await aClient(), with: coach, type: typeId, start });
    await expect(bookSlot(await aClient(), { typeId, start, zone }, undefined, now)).rejects.toMatchObject({
      code: "taken",
      status: 409,
      field: "start",
      message: "That time has just gone. Everything you typed is still here.",
      offer: {
        nearest: [
          { start: "2026-12-03T09:00:00.000Z", how: "earlier" },
          { start: "2026-12-03T11:00:00.000Z", how: "later" },
          { start: "2026-12-04T10:00:00.000Z", how: "next-day" },
          { start: "2026-12-10T10:00:00.000Z", how: "next-week" },
        ],
      },
    });
  });

  test.each([
    ["between the steps", start + hour / 4],
    ["in the past", now - hour],
    ["beyond the horizon", now + 400 * 24 * hour],
  ])("is not let in %s, since such a time is not listed", async (_, odd) => {
    const { coach, typeId } = await aPractice();
    await expect(
      bookSlot(await aClient(), { typeId, start: odd, zone }, undefined, now),
    ).rejects.toMatchObject({
      code: "taken",
    });
    expect(await bookOf(coach)).toEqual([]);
  });

  test("is asked to choose again when they have another session then, with whomever", async () => {
    const { coach, typeId } = await aPractice();
    const elsewhere = await aPractice();
    const ada = await aClient();
    await aBooking({ for: ada, with: coach, type: typeId, start: start + 5 * hour });
    await aBooking({ for: ada, with: elsewhere.coach, type: elsewhere.typeId, start: start + hour / 2 });
    await expect(bookSlot(ada, { typeId, start, zone }, undefined, now)).rejects.toMatchObject({
      code: "clash",
      status: 409,
      field: "start",
      message: "You already have a session at that time. Please choose another, or cancel that one first.",
    });
  });

  test("is pointed to a first conversation when the kind is something to ask for", async () => {
    const { typeId } = await aPractice({ kind: "guidance", mode: "request" });
    await expect(bookSlot(await aClient(), { typeId, start, zone }, undefined, now)).rejects.toMatchObject({
      code: "ask_first",
      field: "typeId",
      status: 422,
    });
  });

  test("is asked for another zone when theirs is none", async () => {
    const { typeId } = await aPractice();
    const asked = { typeId, start, zone: "Mars/Olympus" };
    await expect(bookSlot(await aClient(), asked, undefined, now)).rejects.toMatchObject({
      field: "zone",
      status: 422,
      message: "We do not know that time zone. Please choose another.",
    });
  });

  test("finds nothing where the kind is not offered, or does not exist", async () => {
    const { typeId } = await aPractice({ offered: false });
    const ada = await aClient();
    for (const id of [typeId, randomUUID()])
      await expect(bookSlot(ada, { typeId: id, start, zone }, undefined, now)).rejects.toMatchObject({
        name: "NotFound",
      });
  });

  test("finds nothing of another coach's once they have a coach of their own, and leaves no row", async () => {
    const [own, other] = [await aPractice(), await aPractice()];
    const ada = await aClient();
    await bookSlot(ada, { typeId: own.typeId, start, zone }, undefined, now);
    const before = await rowsOf();
    const elsewhere = bookSlot(ada, { typeId: other.typeId, start: start + day, zone }, undefined, now);
    await expect(elsewhere).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
    await bookSlot(ada, { typeId: own.typeId, start: start + day, zone }, undefined, now);
  });

  test("leaves nothing behind, not even a journey with a coach they have not been to", async () => {
    const { typeId } = await aPractice();
    const mio = await aClient();
    const before = await rowsOf();
    const past = bookSlot(mio, { typeId, start: now - hour, zone }, randomUUID(), now);
    await expect(past).rejects.toMatchObject({ code: "taken" });
    expect(await rowsOf()).toEqual(before);
  });
});

describe("when many want one time", () => {
  test("one gets it, the others are told, and nothing is half done", async () => {
    const { coach, typeId } = await aPractice();
    const people = await Promise.all(Array.from({ length: 12 }, () => aClient()));
    const tries = await Promise.allSettled(
      people.map((person) => bookSlot(person, { typeId, start, zone }, randomUUID(), now)),
    );
    const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    const nearest = [
      { start: "2026-12-03T09:00:00.000Z", how: "earlier" },
      { start: "2026-12-03T11:00:00.000Z", how: "later" },
      { start: "2026-12-04T10:00:00.000Z", how: "next-day" },
      { start: "2026-12-10T10:00:00.000Z", how: "next-week" },
    ];
    expect(lost).toHaveLength(11);
    for (const refused of lost) expect(refused).toMatchObject({ code: "taken", offer: { nearest } });
    const [won, ...more] = await bookOf(coach);
    expect(more).toEqual([]);
    expect(await lettersOf(won?.id ?? "")).toHaveLength(1);
    const attending = await asSystem("a test looks", (tx) =>
      tx
        .select()
        .from(bookingAttendees)
        .where(eq(bookingAttendees.bookingId, won?.id ?? "")),
    );
    expect(attending).toHaveLength(1);
  });

  test("one client with two browsers gets one of two times that meet", async () => {
    const [first, second] = [await aPractice(), await aPractice()];
    const ada = await aClient();
    const tries = await Promise.allSettled(
      [first, second].map(({ typeId }) => bookSlot(ada, { typeId, start, zone }, randomUUID(), now)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([...(await bookOf(first.coach)), ...(await bookOf(second.coach))]).toHaveLength(1);
  });

  test("a hold that has run out does not stand in the way", async () => {
    const { coach, typeId } = await aPractice();
    const held = await aHold({ email: "eve@example.org", with: coach, type: typeId, start, until: now });
    const { bookingId } = await bookSlot(await aClient(), { typeId, start, zone }, undefined, now);
    expect(await bookOf(coach)).toEqual([
      expect.objectContaining({ id: held, status: "expired" }),
      expect.objectContaining({ id: bookingId, status: "confirmed" }),
    ]);
  });
});
