import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { attendeesOf, auditOf, lettersOf, rowsOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const minute = 60_000;
const day = 1440 * minute;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");

async function aWorld(details: Parameters<typeof aType>[1] = {}) {
  const [ada, coach] = [await aClient(), await aCoach()];
  const type = await aType(coach, details);
  const id = await aBooking({ for: ada, with: coach, type, start });
  return { ada, coach, type, id };
}

describe("a session that is cancelled", () => {
  test("by the client: it is off, its time is free at once, and everyone who would have come gets a letter", async () => {
    const { ada, type, id } = await aWorld();
    await cancelBooking(ada, id, now);
    expect(await storedBooking(id)).toMatchObject({
      status: "cancelled",
      cancelledAt: now,
      cancelledBy: ada.id,
      icsSequence: 1,
    });
    expect(await attendeesOf(id)).toEqual([{ clientId: ada.id, active: false }]);
    expect(await lettersOf(id)).toEqual([{ kind: "booking_cancelled", to: ada.id }]);
    expect(await auditOf(id)).toEqual([{ action: "booking.cancelled", actor: ada.id, kind: "client" }]);
    const again = await bookSlot(await aClient(), { typeId: type, start, zone: "UTC" }, undefined, now);
    expect(again.status).toBe("confirmed");
  });

  test("by the coach, with a letter to each of a couple", async () => {
    const [coach, jo, ute] = [await aCoach(), await aClient(), await aClient()];
    const id = await aBooking({
      for: [jo, ute],
      with: coach,
      type: await aType(coach, { kind: "couple" }),
      start,
    });
    await cancelBooking(coach, id, now);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled", cancelledBy: coach.id });
    expect((await lettersOf(id)).map(({ to }) => to).sort()).toEqual([jo.id, ute.id].sort());
  });

  test("by one of a couple, and the other hears of it", async () => {
    const [coach, jo, ute] = [await aCoach(), await aClient(), await aClient()];
    const id = await aBooking({
      for: [jo, ute],
      with: coach,
      type: await aType(coach, { kind: "couple" }),
      start,
    });
    await cancelBooking(jo, id, now);
    expect((await attendeesOf(id)).map(({ active }) => active)).toEqual([false, false]);
    expect((await lettersOf(id)).map(({ to }) => to).sort()).toEqual([jo.id, ute.id].sort());
  });

  test("ten times at once is cancelled once", async () => {
    const { ada, coach, id } = await aWorld();
    await Promise.all(Array.from({ length: 10 }, (_, n) => cancelBooking(n % 2 ? ada : coach, id, now)));
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled", icsSequence: 1 });
    expect(await lettersOf(id)).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });
});

describe("a session that stays", () => {
  test("since the client is within the cut-off", async () => {
    const { ada, coach, id } = await aWorld();
    await expect(cancelBooking(ada, id, start - day)).rejects.toMatchObject({
      code: "too_late",
      status: 409,
      message:
        "It is too close to the session to cancel it here. Please write to your coach, no reason is needed.",
    });
    await cancelBooking(coach, id, start - 1);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled" });
  });

  test("a day of guidance may be called off by the client until it begins", async () => {
    const { ada, id } = await aWorld({ kind: "guidance", mode: "request" });
    await expect(cancelBooking(ada, id, start)).rejects.toMatchObject({ code: "too_late" });
    await cancelBooking(ada, id, start - 1);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled" });
  });

  test("since it has begun, for the coach too", async () => {
    const { coach, id } = await aWorld();
    await expect(cancelBooking(coach, id, start)).rejects.toMatchObject({
      code: "too_late",
      message: "This session has begun or is over, so it stays in the book.",
    });
  });

  test("since it is neither confirmed nor asked for", async () => {
    const { ada, coach, type } = await aWorld();
    for (const [at, status] of (["completed", "no_show", "declined"] as const).entries()) {
      const id = await aBooking({
        for: ada,
        with: coach,
        type,
        start: start + (at + 1) * 60 * minute,
        status,
      });
      await expect(cancelBooking(ada, id, now)).rejects.toMatchObject({ code: "too_late" });
    }
  });

  test("since it is somebody else's: another client, another coach, or nobody's at all", async () => {
    const { coach, type, id } = await aWorld();
    const hold = await aHold({
      email: "x@example.org",
      with: coach,
      type,
      start: start + 300 * minute,
      until: start,
    });
    const before = await rowsOf();
    for (const stranger of [await aClient({ name: "Eve" }), await aCoach()])
      for (const booking of [id, hold, randomUUID()])
        await expect(cancelBooking(stranger, booking, now)).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed", icsSequence: 0 });
  });
});
