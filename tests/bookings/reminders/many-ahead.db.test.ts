import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { lookAsSystem, type Tx } from "#db/client.ts";
import { listDueReminders } from "#lib/bookings/reminders/queries.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

const database = onFreshDatabase();

const now = Date.parse("2026-12-08T12:00:00Z");

// One every three hours, half of them over, and a message of some other kind for each.
beforeAll(async () => {
  const [ada, sol] = [await aClient({ zone: "UTC" }), await aCoach()];
  const first = { for: ada, with: sol, type: await aType(sol), start: now, madeAt: 0 };
  const id = await aBooking(first);
  const connection = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await connection`
      insert into bookings (coach_id, type_id, journey_id, during, occupied, status, booked_zone, ics_uid, idempotency_owner, idempotency_key, idempotency_hash, created_at)
      select coach_id, type_id, journey_id, span, span, status, booked_zone, gen_random_uuid()::text, 'test', gen_random_uuid(), idempotency_hash, created_at
      from bookings, generate_series(-25000, 25000) n,
        lateral (select tstzrange(lower(during) + n * interval '3 hours', upper(during) + n * interval '3 hours') span) s
      where id = ${id} and n <> 0`;
    await connection`
      insert into booking_attendees (booking_id, client_id, during, active)
      select b.id, a.client_id, b.during, true from bookings b, booking_attendees a where a.booking_id = ${id} and b.id <> ${id}`;
    await connection`
      insert into audit_log (at, actor_kind, action, subject_type, subject_id)
      select created_at, 'client', 'booking.confirmed', 'booking', id from bookings`;
    await connection`
      insert into messages (id, kind, dedupe, booking_id) select gen_random_uuid(), 'booking_confirmed', 'old:' || id, id from bookings`;
    await connection`analyze`;
  } finally {
    await connection.end();
  }
}, 120_000);

test("among 50,000 meetings, those that are due are read through indexes, and little else", async () => {
  const { due, read } = await lookAsSystem("a test counts", async (tx) => ({
    due: await listDueReminders(tx, now),
    read: await rowsRead(tx),
  }));
  // A day ahead: eight at most, of which quiet hours bring some forward.
  expect(due.length).toBeGreaterThan(4);
  expect(due.length).toBeLessThan(16);
  expect(read).toMatchObject({ wholeTables: 0 });
  expect(read.rows).toBeLessThan(600);
});

test("the count would show a look at every meeting", async () => {
  const read = await lookAsSystem("a test counts", async (tx) => {
    await tx.execute(sql`select count(*) from bookings where upper(during) > ${new Date(now).toISOString()}`);
    return rowsRead(tx);
  });
  expect(read.rows).toBeGreaterThan(40_000);
});

/** What this transaction has read of the tables that grow. */
async function rowsRead(tx: Tx) {
  const [read] = await tx.execute<{ rows: number; wholeTables: number }>(sql`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows, sum(seq_scan)::int as "wholeTables"
    from pg_stat_xact_user_tables where relname in ('bookings', 'booking_attendees', 'messages', 'audit_log')`);
  return read ?? { rows: 0, wholeTables: 0 };
}
