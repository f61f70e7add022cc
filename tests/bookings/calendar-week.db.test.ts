import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { bookings, busyFeeds, busyTimes } from "#db/schema/index.ts";
import { findCalendar, readCalendar } from "#lib/bookings/calendar-week.ts";
import { listBook } from "#lib/bookings/queries.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const week = { start: start - 3 * day, end: start + 4 * day };
const month = { start: start - 14 * day, end: start + 28 * day };

async function aWorld() {
  const [ada, coach] = [await aClient({ name: "Ada", zone: "Asia/Tokyo" }), await aCoach({ name: "Sol" })];
  const type = await aType(coach);
  return { ada, coach, type, id: await aBooking({ for: ada, with: coach, type, start }) };
}

describe("the calendar of a coach", () => {
  test("has who comes, whatever became of it, in order", async () => {
    const { ada, coach, type, id } = await aWorld();
    const at = (hours: number) => ({ for: ada, with: coach, type, start: start + hours * hour });
    const done = await aBooking({ ...at(-24), status: "completed" });
    const asked = await aBooking({ ...at(3), status: "requested" });
    const off = await aBooking({ ...at(5), status: "cancelled" });
    const missed = await aBooking({ ...at(-48), status: "no_show" });
    await aBooking({ ...at(7), status: "declined" });
    const { entries } = await findCalendar(coach, week, month, now);
    expect(entries.map((entry) => [entry.id, entry.status])).toEqual([
      [missed, "no_show"],
      [done, "completed"],
      [id, "confirmed"],
      [asked, "requested"],
      [off, "cancelled"],
    ]);
    expect(entries[2]).toMatchObject({
      during: { start, end: start + hour },
      kind: "preparation",
      typeName: "Preparation",
      attendees: [{ id: ada.id, name: "Ada", zone: "Asia/Tokyo" }],
    });
  });

  test("has a visitor's hold with their name until it runs out, and a time proposed with whom it is for", async () => {
    const { coach, type, id } = await aWorld();
    const visitor = { email: "v@example.org", with: coach, type, name: "Robin" };
    const held = await aHold({ ...visitor, start: start + hour, until: now + 1 });
    await aHold({ ...visitor, start: start + 2 * hour, until: now });
    const proposed = await aHold({ ...visitor, start: start + 3 * hour, until: now + day });
    await asSystem("a test proposes a time", (tx) =>
      tx
        .update(bookings)
        .set({ proposedFor: id, heldName: null, heldEmail: null })
        .where(sql`${bookings.id} = ${proposed}`),
    );
    const { entries } = await findCalendar(coach, week, month, now);
    expect(
      entries.map((entry) => [entry.id, entry.heldName, entry.attendees.map(({ name }) => name)]),
    ).toEqual([
      [id, null, ["Ada"]],
      [held, "Robin", []],
      [proposed, null, ["Ada"]],
    ]);
  });

  test("has nothing of another coach, nor of another week", async () => {
    const { ada, coach, type } = await aWorld();
    await aBooking({ for: ada, with: coach, type, start: start + 10 * day });
    await keepBusy(coach, start);
    const another = await aCoach();
    const theirs = await findCalendar(another, week, month, now);
    expect(theirs).toEqual({ entries: [], booked: [], busy: [] });
    expect((await findCalendar(coach, week, month, now)).entries).toHaveLength(1);
    expect((await findCalendar(coach, week, month, now)).booked).toHaveLength(2);
  });

  test("joins what several other calendars keep", async () => {
    const { coach } = await aWorld();
    await keepBusy(coach, start + 2 * hour);
    await keepBusy(coach, start + 2.5 * hour);
    await keepBusy(coach, start + 5 * hour);
    const { busy } = await findCalendar(coach, week, month, now);
    expect(busy).toEqual([
      { start: start + 2 * hour, end: start + 3.5 * hour },
      { start: start + 5 * hour, end: start + 6 * hour },
    ]);
  });
});

describe("with 100,000 bookings in the book", () => {
  let coach: Coach;
  beforeAll(async () => {
    const [ada, sol] = [await aClient(), await aCoach()];
    const id = await aBooking({ for: ada, with: sol, type: await aType(sol), start });
    await fillBook(id, 100_000);
    coach = sol;
  }, 120_000);

  test("a week is read through indexes, and no more of it than the week and the month have", async () => {
    const read = await asViewer(coach, async (tx) => {
      const { entries } = await readCalendar(tx, coach, week, month, now);
      return { entries: entries.length, ...(await rowsRead(tx)) };
    });
    expect(read).toMatchObject({ entries: 56, wholeTables: 0 });
    expect(read.rows).toBeLessThan(2_000);
  });

  test("the book between two instants is whole, and soon there", async () => {
    expect(await listBook(coach, week.start, week.end, now)).toHaveLength(56);
  });

  test("the count would show a query that asks the policies for a stretch of time", async () => {
    const { rows } = await asViewer(coach, async (tx) => {
      await tx.execute(
        sql`select from bookings where coach_id = ${coach.id} and during && tstzrange(${new Date(week.start).toISOString()}, ${new Date(week.end).toISOString()})`,
      );
      return rowsRead(tx);
    });
    expect(rows).toBeGreaterThan(50_000);
  });
});

async function keepBusy({ id: coachId }: Coach, from: number) {
  await asSystem("a test keeps a coach busy", async (tx) => {
    const [made] = await tx
      .insert(busyFeeds)
      .values({ coachId, name: "Private", host: "calendar.example.org", url: Buffer.alloc(1) })
      .returning({ id: busyFeeds.id });
    await tx
      .insert(busyTimes)
      .values({ feedId: made?.id ?? "", coachId, during: { start: from, end: from + hour } });
  });
}

/** The same session every three hours before and after it. Takes longer than the portal lets anything take. */
async function fillBook(id: string, count: number) {
  const connection = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await connection`
      insert into bookings (coach_id, type_id, journey_id, during, occupied, status, booked_zone, ics_uid, idempotency_owner, idempotency_key, idempotency_hash)
      select coach_id, type_id, journey_id, span, span, status, booked_zone, gen_random_uuid()::text, 'test', gen_random_uuid(), idempotency_hash
      from bookings, generate_series(${-count / 2}::int, ${count / 2}::int) n,
        lateral (select tstzrange(lower(during) + n * interval '3 hours', upper(during) + n * interval '3 hours') span) s
      where id = ${id} and n <> 0`;
    await connection`
      insert into booking_attendees (booking_id, client_id, during, active)
      select b.id, a.client_id, b.during, false from bookings b, booking_attendees a
      where a.booking_id = ${id} and b.coach_id = (select coach_id from bookings where id = ${id}) and b.id <> ${id}`;
    await connection`analyze bookings, booking_attendees`;
  } finally {
    await connection.end();
  }
}

/** What this transaction has read of the tables that grow. */
async function rowsRead(tx: Tx) {
  const [read] = await tx.execute<{ rows: number; wholeTables: number }>(sql`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows, sum(seq_scan)::int as "wholeTables"
    from pg_stat_xact_user_tables where relname in ('bookings', 'booking_attendees')`);
  return read ?? { rows: 0, wholeTables: 0 };
}
