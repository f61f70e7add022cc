import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { findBooking, findHold, listBook } from "#lib/bookings/queries.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();

const hour = 3_600_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");

async function aWorld() {
  const [ada, coach] = [await aClient({ name: "Ada" }), await aCoach({ name: "Sol" })];
  const type = await aType(coach);
  return { ada, coach, type, id: await aBooking({ for: ada, with: coach, type, start }) };
}

describe("a session", () => {
  test("is found by its client and by its coach, with who comes", async () => {
    const { ada, coach, id } = await aWorld();
    for (const viewer of [ada, coach])
      expect(await findBooking(viewer, id)).toMatchObject({
        id,
        status: "confirmed",
        coachName: "Sol",
        attendees: [{ id: ada.id, name: "Ada" }],
      });
  });

  test("is not there for another client, another coach, nor when it is not there at all", async () => {
    const { ada, id } = await aWorld();
    for (const stranger of [await aClient(), await aCoach()])
      expect(await findBooking(stranger, id)).toBeUndefined();
    expect(await findBooking(ada, randomUUID())).toBeUndefined();
  });

  test("of a couple is found by both", async () => {
    const [coach, jo, ute] = [await aCoach(), await aClient(), await aClient()];
    const id = await aBooking({
      for: [jo, ute],
      with: coach,
      type: await aType(coach, { kind: "couple" }),
      start,
    });
    for (const one of [jo, ute]) expect(await findBooking(one, id)).toMatchObject({ id });
    expect((await findBooking(coach, id))?.attendees).toHaveLength(2);
  });
});

describe("a list of sessions", () => {
  test("of a coach has what stands between two instants: no hold that has run out, nothing cancelled, nobody else's", async () => {
    const { ada, coach, type, id } = await aWorld();
    const held = await aHold({
      email: "x@example.org",
      with: coach,
      type,
      start: start + hour,
      until: now + 1,
    });
    await aHold({ email: "x@example.org", with: coach, type, start: start + 2 * hour, until: now });
    await aBooking({ for: ada, with: coach, type, start: start + 3 * hour, status: "cancelled" });
    await aBooking({ for: ada, with: coach, type, start: start + 30 * hour });
    await aWorld();
    const book = await listBook(coach, start - hour, start + 24 * hour, now);
    expect(book.map((entry) => [entry.id, entry.status])).toEqual([
      [id, "confirmed"],
      [held, "held"],
    ]);
  });
});

describe("a hold", () => {
  test("is found by its id, with the address it was made for", async () => {
    const { coach, type } = await aWorld();
    const id = await aHold({
      email: "v@example.org",
      with: coach,
      type,
      start: start + hour,
      until: now + 1,
    });
    expect(await findHold(id)).toMatchObject({ id, status: "held", heldEmail: "v@example.org" });
    expect(await findHold(randomUUID())).toBeUndefined();
  });
});

describe("free times", () => {
  test("come by the reader's days, those without any too", async () => {
    const coach = await aCoach({ zone: "UTC", hours: [{ weekday: 4, from: "22:00", to: "24:00" }] });
    const typeId = await aType(coach);
    const asked = { typeId, from: "2026-12-03", days: 3, zone: "Asia/Tokyo" };
    expect(await listFreeTimes(asked, now)).toEqual({
      zone: "Asia/Tokyo",
      days: [
        { date: "2026-12-03", starts: [] },
        { date: "2026-12-04", starts: ["2026-12-03T22:00:00.000Z", "2026-12-03T23:00:00.000Z"] },
        { date: "2026-12-05", starts: [] },
      ],
    });
  });

  test("are refused for a zone that is none, and not found for a kind that is not offered", async () => {
    const typeId = await aType(await aCoach(), { offered: false });
    const asked = { typeId, from: "2026-12-03", days: 1, zone: "UTC" };
    await expect(listFreeTimes({ ...asked, zone: "Nowhere" }, now)).rejects.toMatchObject({
      field: "zone",
      status: 422,
    });
    await expect(listFreeTimes(asked, now)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("are those one may ask for, where a kind is asked for", async () => {
    const typeId = await aType(await aCoach(), { kind: "guidance", mode: "request", step: 240 });
    const { days } = await listFreeTimes({ typeId, from: "2026-12-03", days: 1, zone: "UTC" }, now);
    const hours = days.flatMap(({ starts }) => starts.map((start) => start.slice(11, 16)));
    expect(hours).toEqual(["00:00", "04:00", "08:00", "12:00", "16:00", "20:00"]);
  });
});
