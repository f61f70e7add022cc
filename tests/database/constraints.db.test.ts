import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();

const minute = 60_000;
const start = Date.parse("2026-12-03T10:00:00Z");

async function aWorld() {
  const coach = await aCoach();
  const type = await aType(coach);
  const [ada, bea] = [await aClient(), await aClient()];
  return { ada, bea, meeting: { with: coach, type, start } };
}

const refusedBy = (constraint: string, code = "23P01") => ({ name: "QueryFailed", code, constraint });
const inOneBook = refusedBy("bookings_no_overlap_coach");

describe("whatever the code does, the database keeps two sessions of a coach apart", () => {
  test.each(["requested", "confirmed", "completed", "no_show"] as const)("when one is %s", async (status) => {
    const { ada, bea, meeting } = await aWorld();
    await aBooking({ ...meeting, for: ada, status });
    await expect(aBooking({ ...meeting, for: bea, start: start + 59 * minute })).rejects.toMatchObject(
      inOneBook,
    );
  });

  test("when one is held", async () => {
    const { bea, meeting } = await aWorld();
    await aHold({ ...meeting, email: "x@example.org", until: start });
    await expect(aBooking({ ...meeting, for: bea })).rejects.toMatchObject(inOneBook);
  });

  test("buffers included: what is after one may not meet what is before the other", async () => {
    const { ada, bea, meeting } = await aWorld();
    await aBooking({ ...meeting, for: ada, after: 15 });
    const next = { ...meeting, for: bea, before: 10 };
    await expect(aBooking({ ...next, start: start + 84 * minute })).rejects.toMatchObject(inOneBook);
    expect(await aBooking({ ...next, start: start + 85 * minute })).toBeTruthy();
  });

  test.each(["cancelled", "declined"] as const)("but not when one is %s", async (status) => {
    const { ada, bea, meeting } = await aWorld();
    await aBooking({ ...meeting, for: ada, status });
    expect(await aBooking({ ...meeting, for: bea })).toBeTruthy();
  });

  test("but not when a hold has run out, nor when the other coach is another", async () => {
    const { ada, bea, meeting } = await aWorld();
    await aHold({ ...meeting, email: "x@example.org", until: start, status: "expired" });
    await aBooking({ ...meeting, for: ada });
    const elsewhere = await aCoach();
    expect(await aBooking({ for: bea, with: elsewhere, type: await aType(elsewhere), start })).toBeTruthy();
  });

  test("also when one is moved onto the other, or comes back from having been cancelled", async () => {
    const { ada, bea, meeting } = await aWorld();
    await aBooking({ ...meeting, for: ada });
    const later = await aBooking({ ...meeting, for: bea, start: start + 60 * minute });
    const off = await aBooking({ ...meeting, for: bea, start: start + 30 * minute, status: "cancelled" });
    const span = { start, end: start + 90 * minute };
    const change = (id: string, set: object) =>
      asSystem("a test tries", (tx) => tx.update(bookings).set(set).where(eq(bookings.id, id)));
    await expect(change(later, { during: span, occupied: span })).rejects.toMatchObject(inOneBook);
    await expect(change(off, { status: "confirmed", cancelledAt: null })).rejects.toMatchObject(inOneBook);
  });
});

describe("the database keeps two sessions of a client apart", () => {
  test("with whomever they are, but for what is off", async () => {
    const { ada, meeting } = await aWorld();
    const elsewhere = await aWorld();
    await aBooking({ ...meeting, for: ada });
    const other = { ...elsewhere.meeting, for: ada, start: start + 30 * minute };
    await expect(aBooking(other)).rejects.toMatchObject(refusedBy("booking_attendees_no_overlap"));
    expect(await aBooking({ ...other, status: "cancelled" })).toBeTruthy();
    expect(await aBooking({ ...other, start: start + 60 * minute })).toBeTruthy();
  });

  test("also the one of a couple who has another session then", async () => {
    const { ada, bea, meeting } = await aWorld();
    const elsewhere = await aWorld();
    await aBooking({ ...meeting, for: bea });
    await expect(aBooking({ ...elsewhere.meeting, for: [ada, bea] })).rejects.toMatchObject(
      refusedBy("booking_attendees_no_overlap"),
    );
    const attending = await asSystem("a test looks", (tx) =>
      tx.select().from(bookingAttendees).where(eq(bookingAttendees.clientId, ada.id)),
    );
    expect(attending).toEqual([]);
  });
});

describe("a booking that makes no sense is not kept", () => {
  const change = (id: string, set: object) =>
    asSystem("a test tries", (tx) => tx.update(bookings).set(set).where(eq(bookings.id, id)));

  test.each([
    [
      "ends before it is over, buffers and all",
      { occupied: { start, end: start + 30 * minute } },
      "bookings_spans",
    ],
    ["takes no time", { during: { start, end: start } }, "bookings_spans"],
    [
      "lasts longer than half a day",
      { during: { start, end: start + 721 * minute }, occupied: { start, end: start + 800 * minute } },
      "bookings_spans",
    ],
    ["is confirmed for nobody", { journeyId: null }, "bookings_journey_known"],
    ["is cancelled at no time", { status: "cancelled" }, "bookings_cancelled"],
    ["is held without an address", { status: "held", holdExpires: start }, "bookings_hold"],
  ])("one that %s", async (_, set, constraint) => {
    const { ada, meeting } = await aWorld();
    const id = await aBooking({ ...meeting, for: ada });
    await expect(change(id, set)).rejects.toMatchObject(refusedBy(constraint, "23514"));
  });

  test("nor two of one key", async () => {
    const { ada, meeting } = await aWorld();
    const [one, two] = [
      await aBooking({ ...meeting, for: ada }),
      await aBooking({ ...meeting, for: ada, start: start + 60 * minute }),
    ];
    const idempotencyKey = randomUUID();
    await change(one, { idempotencyKey });
    await expect(change(two, { idempotencyKey })).rejects.toMatchObject(
      refusedBy("bookings_idempotency", "23505"),
    );
  });
});
