import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { confirmHold } from "#lib/bookings/commands/confirm-hold.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { attendeesOf, auditOf, lettersOf, rowsOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");

async function aWorld({ until = now + hour / 4 } = {}) {
  const [ada, eve, coach] = [await aClient(), await aClient({ name: "Eve" }), await aCoach()];
  const type = await aType(coach);
  const hold = await aHold({ email: ada.email, with: coach, type, start, until });
  return { ada, eve, coach, type, hold };
}

describe("a client who confirms the time that was held for their address", () => {
  test("has it, with a letter, and is the one who comes", async () => {
    const { ada, hold } = await aWorld();
    expect(await confirmHold(ada, hold, now)).toEqual({ bookingId: hold });
    const booking = await storedBooking(hold);
    expect(booking).toMatchObject({
      status: "confirmed",
      holdExpires: null,
      heldName: null,
      heldEmail: null,
    });
    expect(booking.journeyId).not.toBeNull();
    expect(await attendeesOf(hold)).toEqual([{ clientId: ada.id, active: true }]);
    expect(await lettersOf(hold)).toEqual([{ kind: "booking_confirmed", to: ada.id }]);
    expect(await auditOf(hold)).toEqual([{ action: "booking.confirmed", actor: ada.id, kind: "client" }]);
  });

  test("confirms ten times at once and gets one letter", async () => {
    const { ada, hold } = await aWorld();
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmHold(ada, hold, now)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ bookingId: hold })));
    expect(await lettersOf(hold)).toHaveLength(1);
    expect(await auditOf(hold)).toHaveLength(1);
  });

  test("is told when it has run out, with times that are free", async () => {
    const { ada, hold } = await aWorld({ until: now });
    const before = await rowsOf();
    await expect(confirmHold(ada, hold, now)).rejects.toMatchObject({
      code: "hold_over",
      status: 409,
      message:
        "We kept this time as long as we could, and it is free for others again. You can choose it once more if it is still there.",
      offer: { nearest: expect.arrayContaining([expect.objectContaining({ how: "earlier" })]) },
    });
    expect(await rowsOf()).toMatchObject({ letters: before.letters, lines: before.lines });
  });

  test("is told the same when it has been let go meanwhile", async () => {
    const { ada, coach, type } = await aWorld();
    const gone = await aHold({
      email: ada.email,
      with: coach,
      type,
      start: start + hour,
      until: now + 1,
      status: "expired",
    });
    await expect(confirmHold(ada, gone, now)).rejects.toMatchObject({ code: "hold_over" });
  });

  test("cannot be in two places: with a session elsewhere at that time, the hold stays as it was", async () => {
    const { ada, hold } = await aWorld();
    const elsewhere = await aCoach();
    await aBooking({ for: ada, with: elsewhere, type: await aType(elsewhere), start: start + hour / 2 });
    await expect(confirmHold(ada, hold, now)).rejects.toMatchObject({
      code: "clash",
      field: "start",
      status: 409,
    });
    expect(await storedBooking(hold)).toMatchObject({
      status: "held",
      journeyId: null,
      heldEmail: ada.email,
    });
    expect(await lettersOf(hold)).toEqual([]);
  });
});

describe("somebody else", () => {
  test("finds neither the hold nor what became of it", async () => {
    const { ada, eve, coach, type, hold } = await aWorld();
    const old = await aHold({
      email: ada.email,
      with: coach,
      type,
      start: start + hour,
      until: now,
      status: "expired",
    });
    const run = await aHold({ email: ada.email, with: coach, type, start: start + 2 * hour, until: now });
    const statuses = ["confirmed", "cancelled", "completed", "no_show"] as const;
    const sessions: string[] = [];
    for (const [at, status] of statuses.entries())
      sessions.push(await aBooking({ for: ada, with: coach, type, start: start + (3 + at) * hour, status }));
    const before = await rowsOf();
    for (const id of [hold, old, run, ...sessions, randomUUID()])
      await expect(confirmHold(eve, id, now)).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
  });
});
