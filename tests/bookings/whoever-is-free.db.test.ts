import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { sessionTypes, users } from "#db/schema/index.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { holdSlot } from "#lib/bookings/commands/hold-slot.ts";
import { clientKey, visitorKey } from "#lib/bookings/commands/idempotency.ts";
import { listTimesToChoose, withWhoeverIsFree } from "#lib/bookings/whoever-is-free.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const day = 24 * hour;
// A Tuesday, a Thursday after it.
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");

// Everybody who has a first conversation is asked, so each test is alone in the practice.
beforeEach(() => asSystem("test", (tx) => tx.update(sessionTypes).set({ offered: false })));

type Hours = { from: string; to: string };

async function aFirstConversation(name: string, { from, to }: Hours = { from: "09:00", to: "17:00" }) {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));
  const coach = await aCoach({ name, hours });
  return { coach, type: await aType(coach, { kind: "first_conversation", name: "First conversation" }) };
}

const wish = { typeId: "first_conversation", start, zone: "UTC" };

function hold(email = `${randomUUID()}@example.org`, key?: string, changed: object = {}) {
  const input = { ...wish, name: "Mio", email, adult: true as const, ...changed };
  return withWhoeverIsFree(
    input,
    { owner: visitorKey(email), key },
    (typeId) => holdSlot({ ...input, typeId }, { key }, now),
    now,
  );
}

const book = (client: Client, key?: string) =>
  withWhoeverIsFree(
    wish,
    { owner: clientKey(client), key },
    (typeId) => bookSlot(client, { ...wish, typeId }, key, now),
    now,
  );

const coachOf = async (id: string) => (await storedBooking(id)).coachId;
const times = (from: string) =>
  listTimesToChoose({ typeId: "first_conversation", from, days: 1, zone: "UTC" }, now);
const clocks = async () => (await times("2026-12-03")).days[0]?.starts.map((at) => at.slice(11, 16));
const busy = async (coach: Coach, type: string, at: number) =>
  aBooking({ for: await aClient(), with: coach, type, start: at });

describe("the times at which somebody is free", () => {
  test("are those of all who have a first conversation, each once", async () => {
    await aFirstConversation("Sol", { from: "09:00", to: "11:00" });
    await aFirstConversation("Kim", { from: "10:00", to: "12:00" });
    expect(await clocks()).toEqual(["09:00", "10:00", "11:00"]);
  });

  test("stay while one of them is free", async () => {
    const [sol, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    await busy(sol.coach, sol.type, start);
    expect(await clocks()).toContain("10:00");
    await busy(kim.coach, kim.type, start);
    expect(await clocks()).not.toContain("10:00");
  });

  test("leave out who asks first, who is there for clients only, who has closed it, and whose access ended", async () => {
    const people = [];
    for (const name of ["Sol", "Kim", "Lee", "Max"]) people.push(await aFirstConversation(name));
    const [sol, kim, lee, max] = people;
    const change = (type = "", values: object) =>
      asSystem("test", (tx) => tx.update(sessionTypes).set(values).where(eq(sessionTypes.id, type)));
    await change(sol?.type, { mode: "request" });
    await change(kim?.type, { openTo: "clients" });
    await change(lee?.type, { offered: false });
    await asSystem("test", (tx) =>
      tx
        .update(users)
        .set({ disabledAt: now })
        .where(eq(users.id, max?.coach.id ?? "")),
    );
    await expect(times("2026-12-03")).rejects.toMatchObject({ name: "NotFound" });
    await expect(hold()).rejects.toMatchObject({ name: "NotFound" });
  });

  test("are not told in a zone that is none", async () => {
    await aFirstConversation("Sol");
    const asked = listTimesToChoose({ ...wish, from: "2026-12-03", days: 1, zone: "Europe/Nowhere" }, now);
    await expect(asked).rejects.toMatchObject({ field: "zone" });
    await expect(hold(undefined, undefined, { zone: "Europe/Nowhere" })).rejects.toMatchObject({
      field: "zone",
    });
  });
});

describe("whoever is free first", () => {
  test("is who has the fewest sessions in that week; whoever has been here longer where they are even", async () => {
    const [sol, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    expect(await coachOf((await hold()).holdId)).toBe(sol.coach.id);
    expect(await coachOf((await hold(undefined, undefined, { start: start + day })).holdId)).toBe(
      kim.coach.id,
    );
    await busy(kim.coach, kim.type, start + 2 * hour);
    await busy(kim.coach, kim.type, start + 4 * hour);
    expect(await coachOf((await hold(undefined, undefined, { start: start + hour })).holdId)).toBe(
      sol.coach.id,
    );
  });

  test("counts the week of the coach's own clocks, and no other", async () => {
    const [sol, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    await busy(sol.coach, sol.type, Date.parse("2026-11-29T16:00:00Z"));
    await busy(sol.coach, sol.type, Date.parse("2026-12-07T09:00:00Z"));
    expect(await coachOf((await hold()).holdId)).toBe(sol.coach.id);
    await busy(sol.coach, sol.type, Date.parse("2026-12-06T16:00:00Z"));
    expect(await coachOf((await hold(undefined, undefined, { start: start + hour })).holdId)).toBe(
      kim.coach.id,
    );
  });

  test("is a client's coach from then on", async () => {
    const { coach } = await aFirstConversation("Sol");
    const { status, bookingId } = await book(await aClient());
    expect(status).toBe("confirmed");
    expect(await coachOf(bookingId)).toBe(coach.id);
  });

  test("is for somebody without a coach", async () => {
    const [sol, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    const client = await aClient();
    await busy(sol.coach, sol.type, start);
    await aBooking({ for: client, with: sol.coach, type: sol.type, start: start - hour });
    await expect(book(client)).rejects.toMatchObject({ name: "NotFound" });
    expect(await coachOf((await book(await aClient())).bookingId)).toBe(kim.coach.id);
  });

  test("is one after another, however many press at once; then nobody, with the nearest times of all", async () => {
    const coaches = [];
    for (const name of ["Sol", "Kim", "Lee"]) coaches.push((await aFirstConversation(name)).coach.id);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => hold()));
    const held = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value.holdId] : []));
    expect((await Promise.all(held.map(coachOf))).sort()).toEqual([...coaches].sort());
    for (const one of outcomes)
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({
          code: "taken",
          status: 409,
          offer: { nearest: expect.any(Array) },
        });
    await aFirstConversation("Max", { from: "13:00", to: "14:00" });
    const refused = await hold().catch((error) => error);
    expect(refused.offer.nearest).toContainEqual({ start: "2026-12-03T09:00:00.000Z", how: "earlier" });
  });

  test("is the next one when the first was taken between looking and booking", async () => {
    const [sol, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    const input = { ...wish, name: "Mio", email: `${randomUUID()}@example.org`, adult: true as const };
    const tried: string[] = [];
    const made = await withWhoeverIsFree(
      input,
      { owner: visitorKey(input.email), key: undefined },
      async (typeId) => {
        tried.push(typeId);
        if (typeId === sol.type) await busy(sol.coach, sol.type, start);
        return holdSlot({ ...input, typeId }, {}, now);
      },
      now,
    );
    expect(tried).toEqual([sol.type, kim.type]);
    expect(await coachOf(made.holdId)).toBe(kim.coach.id);
  });

  test("is the same when the same request comes again, and a key is not for another wish", async () => {
    await aFirstConversation("Sol");
    await aFirstConversation("Kim");
    const [email, key] = [`${randomUUID()}@example.org`, randomUUID()];
    const [first, ...others] = [await hold(email, key), await hold(email, key), await hold(email, key)];
    for (const other of others) expect(other.holdId).toBe(first.holdId);
    await expect(hold(email, key, { start: start + hour })).rejects.toMatchObject({ code: "key_reused" });
    const ada = await aClient();
    const twice = await Promise.all([book(ada, key), book(ada, key), book(ada, key)]);
    expect(new Set(twice.map(({ bookingId }) => bookingId)).size).toBe(1);
  });

  test("leaves a wish for one coach's kind as it is", async () => {
    const [, kim] = [await aFirstConversation("Sol"), await aFirstConversation("Kim")];
    expect(await coachOf((await hold(undefined, undefined, { typeId: kim.type })).holdId)).toBe(kim.coach.id);
  });
});
