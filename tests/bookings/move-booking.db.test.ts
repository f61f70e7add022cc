import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { auditOf, lettersOf, rowsOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const zone = "Europe/Lisbon";
const to = (then: number) => ({ start: then, zone });

async function aMeeting(details: Parameters<typeof aType>[1] = {}) {
  const [ada, sol] = [await aClient(), await aCoach()];
  const typeId = await aType(sol, details);
  const id = await aBooking({ for: ada, with: sol, type: typeId, start, after: details.after ?? 0 });
  return { ada, sol, typeId, id };
}

describe("a session that a client moves", () => {
  test("stays the same one: the old time is free, the calendar entry the same, a number higher", async () => {
    const { ada, typeId, id } = await aMeeting();
    const before = await storedBooking(id);
    await moveBooking(ada, id, to(start + day), now);
    expect(await storedBooking(id)).toMatchObject({
      status: "confirmed",
      during: { start: start + day, end: start + day + hour },
      movedFrom: { start },
      movedAt: now,
      icsUid: before.icsUid,
      icsSequence: 1,
    });
    expect(await lettersOf(id)).toEqual([{ kind: "booking_moved", to: ada.id }]);
    expect(await auditOf(id)).toEqual([{ action: "booking.moved", actor: ada.id, kind: "client" }]);
    const again = await bookSlot(await aClient(), { typeId, ...to(start) }, randomUUID(), now);
    expect(again.status).toBe("confirmed");
  });

  test("does not stand in its own way", async () => {
    const { ada, id } = await aMeeting({ step: 30, after: 30 });
    await moveBooking(ada, id, to(start + 30 * minute), now);
    expect(await storedBooking(id)).toMatchObject({ during: { start: start + 30 * minute } });
  });

  test("keeps the length that it was booked with", async () => {
    const [ada, sol] = [await aClient(), await aCoach()];
    const typeId = await aType(sol, { minutes: 30 });
    const id = await aBooking({ for: ada, with: sol, type: typeId, start, minutes: 90 });
    await moveBooking(ada, id, to(start + day), now);
    expect(await storedBooking(id)).toMatchObject({
      during: { start: start + day, end: start + day + 90 * minute },
    });
  });

  test("to where it is already changes nothing", async () => {
    const { ada, id } = await aMeeting();
    const before = await rowsOf();
    await moveBooking(ada, id, to(start), now);
    expect(await rowsOf()).toEqual(before);
    expect(await storedBooking(id)).toMatchObject({ icsSequence: 0 });
  });

  test("keeps its time when the new one is taken, and is told of near ones", async () => {
    const { ada, sol, typeId, id } = await aMeeting();
    await aBooking({ for: await aClient(), with: sol, type: typeId, start: start + day });
    const before = await rowsOf();
    const refused = await moveBooking(ada, id, to(start + day), now).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "taken", status: 409, field: "start" });
    expect((refused as { offer: { nearest: unknown[] } }).offer.nearest.length).toBeGreaterThan(0);
    expect(await storedBooking(id)).toMatchObject({ during: { start }, icsSequence: 0 });
    expect(await rowsOf()).toEqual(before);
  });

  test("cannot be moved so late, and is told what to do", async () => {
    const { ada, id } = await aMeeting({ cutOff: 1440 });
    const late = moveBooking(ada, id, to(start + day), start - day);
    await expect(late).rejects.toMatchObject({
      code: "too_late",
      message:
        "It is too close to the session to move it here. Please write to your coach, no reason is needed.",
    });
    await moveBooking(ada, id, to(start + day), start - day - 1);
    expect(await storedBooking(id)).toMatchObject({ during: { start: start + day } });
  });

  test("may be moved until it begins, where it is guidance", async () => {
    const { ada, id } = await aMeeting({ kind: "guidance", mode: "request", cutOff: 1440 });
    await moveBooking(ada, id, to(start + 2 * day), start - 1);
    expect(await storedBooking(id)).toMatchObject({
      status: "confirmed",
      during: { start: start + 2 * day },
    });
  });

  test("is theirs alone to move", async () => {
    const { id } = await aMeeting();
    const before = await rowsOf();
    const foreign = moveBooking(await aClient(), id, to(start + day), now);
    await expect(foreign).rejects.toMatchObject({ name: "NotFound" });
    const absent = moveBooking(await aClient(), randomUUID(), to(start + day), now);
    await expect(absent).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
  });

  test("cannot be moved once it is off", async () => {
    const [ada, sol] = [await aClient(), await aCoach()];
    const id = await aBooking({ for: ada, with: sol, type: await aType(sol), start, status: "cancelled" });
    await expect(moveBooking(ada, id, to(start + day), now)).rejects.toMatchObject({ code: "not_movable" });
  });

  test("meets another session of the same client nowhere", async () => {
    const { ada, id } = await aMeeting();
    const kim = await aCoach();
    await aBooking({ for: ada, with: kim, type: await aType(kim), start: start + day });
    await expect(moveBooking(ada, id, to(start + day), now)).rejects.toMatchObject({
      code: "clash",
      status: 409,
      message: "Another session stands at that time already. Please choose another time.",
    });
    expect(await storedBooking(id)).toMatchObject({ during: { start } });
  });

  test("of two says nothing of whose other time it was", async () => {
    const [jo, ute, sol] = [await aClient(), await aClient(), await aCoach()];
    const typeId = await aType(sol, { kind: "couple", mode: "request", openTo: "couples" });
    const id = await aBooking({ for: [jo, ute], with: sol, type: typeId, start });
    const kim = await aCoach();
    await aBooking({ for: ute, with: kim, type: await aType(kim), start: start + day });
    await expect(moveBooking(jo, id, to(start + day), now)).rejects.toMatchObject({ code: "taken" });
  });

  test("goes to one of the many who want the same new time", async () => {
    const sol = await aCoach();
    const typeId = await aType(sol);
    const people = await Promise.all(Array.from({ length: 6 }, () => aClient()));
    const ids: string[] = [];
    for (const [n, person] of people.entries())
      ids.push(await aBooking({ for: person, with: sol, type: typeId, start: start + n * hour }));
    const others = await Promise.all(Array.from({ length: 6 }, () => aClient()));
    const wanted = start + 2 * day;
    const all = await Promise.allSettled([
      ...people.map((person, n) => moveBooking(person, ids[n] ?? "", to(wanted), now)),
      ...others.map((person) => bookSlot(person, { typeId, ...to(wanted) }, randomUUID(), now)),
    ]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "taken", status: 409 });
  });

  test("of two is agreed on anew", async () => {
    const [jo, ute, sol] = [await aClient(), await aClient(), await aCoach()];
    const typeId = await aType(sol, { kind: "couple", mode: "request", openTo: "couples" });
    const id = await aBooking({ for: [jo, ute], with: sol, type: typeId, start });
    await moveBooking(jo, id, to(start + day), now);
    expect(await storedBooking(id)).toMatchObject({ status: "requested", during: { start: start + day } });
    expect((await lettersOf(id)).map(({ kind }) => kind)).toEqual(["booking_requested", "booking_requested"]);
  });
});
