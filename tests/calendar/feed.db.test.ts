import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { GET } from "#app/calendar/[file]/route.ts";
import { asSystem } from "#db/client.ts";
import { bookings, calendarFeeds, rateLimits, users } from "#db/schema/index.ts";
import { hashSecret } from "#lib/auth/one-way.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { makeCalendarFeed, stopCalendarFeed } from "#lib/calendar/feed/commands.ts";
import { findCalendarAddress } from "#lib/calendar/feed/queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { auditOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { aCalendarFeed } from "#tests/support/feeds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.now();
const ahead = Math.floor(now / hour) * hour + 3 * day;

const ask = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/calendar/${file}`, { headers }), {
    params: Promise.resolve({ file }),
  });

const read = async (file: string) => (await ask(file)).text();
const partsOf = (text: string, name: string) =>
  Array.from(text.matchAll(new RegExp(`^${name}:(.*)\\r$`, "gm")), ([, value]) => value);
const changeBooking = (id: string, change: object) =>
  asSystem("a test changes a booking", (tx) => tx.update(bookings).set(change).where(eq(bookings.id, id)));

async function aPair(name = "Sol") {
  const [ada, coach] = [await aClient({ name: "Adalberta" }), await aCoach({ name })];
  return { ada, coach, type: await aType(coach, { horizonDays: 365 }) };
}

describe("what stands in the calendar", () => {
  test("of a client: their own sessions, with whom by one letter, and no kind", async () => {
    const { ada, coach, type } = await aPair();
    const id = await aBooking({ for: ada, with: coach, type, start: ahead });
    await aBooking({ for: await aClient(), with: coach, type, start: ahead + 2 * hour });
    const text = await read(await aCalendarFeed(ada));
    expect(partsOf(text, "UID")).toEqual([(await storedBooking(id)).icsUid]);
    expect(partsOf(text, "SUMMARY")).toEqual(["Meeting with S."]);
    expect(partsOf(text, "STATUS")).toEqual(["CONFIRMED"]);
    expect(text).not.toMatch(/Preparation|Adalberta|Sol\b|video|example\.org/i);
  });

  test("of a coach: the whole book without a name, holds left out", async () => {
    const { ada, coach, type } = await aPair();
    await aBooking({ for: ada, with: coach, type, start: ahead });
    await aBooking({ for: await aClient(), with: coach, type, start: ahead + 2 * hour });
    await aHold({ email: "v@example.org", with: coach, type, start: ahead + 4 * hour, until: now + hour });
    const other = await aPair();
    await aBooking({ for: other.ada, with: other.coach, type: other.type, start: ahead });
    const text = await read(await aCalendarFeed(coach));
    expect(partsOf(text, "SUMMARY")).toEqual(["Meeting", "Meeting"]);
    expect(text).not.toMatch(/Ada|Preparation|example\.org/);
  });

  test("what is asked for is tentative; what is off stands there as cancelled for 30 days, and then goes", async () => {
    const { ada, coach, type } = await aPair();
    const at = (hours: number) => ({ for: ada, with: coach, type, start: ahead + hours * hour });
    await aBooking({ ...at(0), status: "requested" });
    const fresh = await aBooking({ ...at(1), status: "cancelled" });
    const old = await aBooking({ ...at(2), status: "cancelled" });
    const declined = await aBooking({ ...at(3), status: "declined" });
    await aBooking({ ...at(4), status: "completed" });
    await changeBooking(fresh, { cancelledAt: now - 29.9 * day });
    await changeBooking(old, { cancelledAt: now - 30.1 * day });
    await changeBooking(declined, { declinedAt: now - day });
    for (const person of [ada, coach])
      expect(partsOf(await read(await aCalendarFeed(person)), "STATUS")).toEqual([
        "TENTATIVE",
        "CANCELLED",
        "CANCELLED",
        "CONFIRMED",
      ]);
  });

  test("reaches from 60 days back to 400 ahead", async () => {
    const { ada, coach, type } = await aPair();
    for (const days of [-61, -59, 399, 401])
      await aBooking({ for: ada, with: coach, type, start: Math.floor(now / hour) * hour + days * day });
    expect(partsOf(await read(await aCalendarFeed(ada)), "UID")).toHaveLength(2);
  });

  test("bears the names and numbers of the mails, so that a change is a change of the same entry", async () => {
    const { ada, type } = await aPair();
    const booked = await bookSlot(ada, { typeId: type, start: ahead, zone: "UTC" }, undefined, now);
    const file = await aCalendarFeed(ada);
    const before = await read(file);
    await cancelBooking(ada, booked.bookingId, now);
    const after = await read(file);
    const mails = (await mailsTo(ada.email)).map((mail) => {
      const [entry] = (mail as unknown as { attachments: { content: string }[] }).attachments;
      return Buffer.from(entry?.content ?? "", "base64").toString();
    });
    for (const name of ["UID", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"]) {
      expect(partsOf(before, name)).toEqual(partsOf(mails[0] ?? "", name));
      expect(partsOf(after, name)).toEqual(partsOf(mails[1] ?? "", name));
    }
    expect([partsOf(before, "SEQUENCE"), partsOf(after, "SEQUENCE")]).toEqual([["0"], ["1"]]);
    expect(partsOf(after, "STATUS")).toEqual(["CANCELLED"]);
  });
});

describe("how it is answered", () => {
  test("a program may keep it for five minutes, and hears when nothing is new", async () => {
    const { ada, coach, type } = await aPair();
    const id = await aBooking({ for: ada, with: coach, type, start: ahead });
    const file = await aCalendarFeed(ada);
    const answer = await ask(file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=300");
    const etag = answer.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await ask(file, { "if-none-match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("cache-control")).toBe("private, max-age=300");
    await changeBooking(id, { icsSequence: 1 });
    const moved = await ask(file, { "if-none-match": etag });
    expect(moved.status).toBe(200);
  });

  test("nothing changes by reading it, not even when it was read last", async () => {
    const { ada } = await aPair();
    const file = await aCalendarFeed(ada);
    const { "public.rate_limits": _, ...before } = await everyRow(database.adminUrl);
    await ask(file);
    const { "public.rate_limits": __, ...after } = await everyRow(database.adminUrl);
    expect(after).toEqual(before);
  });

  test("an address that is unknown, malformed, stopped, old, or of somebody whose access ended: one answer", async () => {
    const people = [await aClient(), await aClient(), await aClient()];
    const [stopped = "", renewed = "", ended = ""] = [
      await aCalendarFeed(people[0] ?? (await aClient())),
      await aCalendarFeed(people[1] ?? (await aClient())),
      await aCalendarFeed(people[2] ?? (await aClient())),
    ];
    for (const file of [stopped, renewed, ended]) expect((await ask(file)).status).toBe(200);
    const [one, two, three] = people;
    if (!one || !two || !three) throw new Error("Somebody is missing");
    await stopCalendarFeed(one);
    await aCalendarFeed(two);
    await asSystem("test", (tx) => tx.update(users).set({ disabledAt: now }).where(eq(users.id, three.id)));
    const files = [stopped, renewed, ended, `${"A".repeat(43)}.ics`, "x", ".ics", stopped.slice(0, -4)];
    const answers = [];
    for (const file of files) {
      const answer = await ask(file);
      answers.push([answer.status, [...answer.headers], await answer.text()]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(404);
    expect(new Map(answers[0]?.[1] as [string, string][]).get("cache-control")).toBe("private, no-store");
  });

  test("a program that asks without end is told when to come again, and no other is", async () => {
    const [ada, bea] = [await aCalendarFeed(await aClient()), await aCalendarFeed(await aClient())];
    let last: Response | undefined;
    for (let asked = 0; asked <= 120; asked++) last = await ask(ada);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last?.headers.get("cache-control")).toBe("private, no-store");
    expect((await ask(bea)).status).toBe(200);
    await asSystem("test", (tx) => tx.delete(rateLimits));
    expect((await ask(ada)).status).toBe(200);
  });

  test("what goes wrong on our side is said as such, and not as a calendar that is gone", async () => {
    const file = await aCalendarFeed(await aClient());
    await asSystem("test", (tx) => tx.execute(sql`alter table calendar_feeds rename to gone`));
    const answer = await ask(file);
    await asSystem("test", (tx) => tx.execute(sql`alter table gone rename to calendar_feeds`));
    expect(answer.status).toBe(500);
    expect((await ask(file)).status).toBe(200);
  });
});

describe("the address", () => {
  const rowOf = async ({ id }: { id: string }) =>
    (await asSystem("test", (tx) => tx.select().from(calendarFeeds).where(eq(calendarFeeds.userId, id))))[0];

  test("can be shown again to its owner, and cannot be read in the database", async () => {
    const ada = await aClient();
    const file = await aCalendarFeed(ada);
    const shown = await findCalendarAddress(ada);
    expect(shown?.address).toBe(`http://localhost:3000/calendar/${file}`);
    const row = await rowOf(ada);
    const token = file.slice(0, -4);
    expect(row?.tokenHash).toEqual(hashSecret(token));
    expect(row?.token.includes(token)).toBe(false);
    expect(await findCalendarAddress(await aClient())).toBeUndefined();
  });

  test("stays when it is asked for in two windows; a new one ends the old at once", async () => {
    const ada = await aClient();
    const first = await makeCalendarFeed(ada, { renew: false }, now);
    expect(await makeCalendarFeed(ada, { renew: false }, now)).toEqual({ status: "kept" });
    expect((await findCalendarAddress(ada))?.address).toBe(first.address);
    const second = await makeCalendarFeed(ada, { renew: true }, now);
    expect(second.address).not.toBe(first.address);
    const files = [first, second].map(({ address = "" }) => address.split("/").at(-1) ?? "");
    expect(await Promise.all(files.map(async (file) => (await ask(file)).status))).toEqual([404, 200]);
    expect((await auditOf(ada.id)).map(({ action }) => action)).toEqual([
      "calendar_feed.made",
      "calendar_feed.renewed",
    ]);
  });

  test("made anew at the same moment from both sides is one address", async () => {
    const coach: Coach = await aCoach();
    await Promise.all([1, 2, 3].map(() => makeCalendarFeed(coach, { renew: true }, now)));
    expect(await rowOf(coach)).toBeDefined();
    expect((await findCalendarAddress(coach))?.address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  });

  test("cannot be made without end", async () => {
    const ada = await aClient();
    for (let made = 0; made < 20; made++) await makeCalendarFeed(ada, { renew: true }, now);
    await expect(makeCalendarFeed(ada, { renew: true }, now)).rejects.toMatchObject({ status: 429 });
  });

  test("is stopped once; stopping it again is no mistake", async () => {
    const ada = await aClient();
    await aCalendarFeed(ada);
    await stopCalendarFeed(ada);
    await stopCalendarFeed(ada);
    expect(await findCalendarAddress(ada)).toBeUndefined();
    expect((await auditOf(ada.id)).map(({ action }) => action)).toEqual([
      "calendar_feed.renewed",
      "calendar_feed.stopped",
    ]);
  });
});
