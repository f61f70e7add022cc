import type { Client, Coach } from "#tests/support/people.ts";
import type { Site } from "./on-portal.ts";

const hour = 3_600_000;

type Book = { coach: Coach; client: Client; type: string; count: number; from: number; every: number };

/** Puts that many half hours into a coach's book, one after the other from `from` on, by plain SQL. */
export async function fillBook({ admin }: Site, book: Book): Promise<void> {
  const { coach, client, type, count, from, every } = book;
  const [journey] = await admin`
    insert into journeys (coach_id, kind) values (${coach.id}, 'individual') returning id`;
  await admin`
    insert into journey_members (journey_id, client_id, coach_id, kind)
    values (${journey?.id}, ${client.id}, ${coach.id}, 'individual')`;
  await admin`
    with made as (
      insert into bookings (coach_id, type_id, journey_id, during, occupied, status, booked_zone, ics_uid,
        idempotency_owner, idempotency_key, idempotency_hash)
      select ${coach.id}, ${type}, ${journey?.id}, span, span, 'confirmed', 'UTC', gen_random_uuid()::text,
        'bench', gen_random_uuid(), decode(repeat('00', 32), 'hex')
      from generate_series(0, ${count - 1}::int) as n, to_timestamp((${from}::float8 + n * ${every}::float8) / 1000) as at,
        tstzrange(at, at + interval '30 minutes') as span
      returning id, during)
    insert into booking_attendees (booking_id, client_id, during, active)
    select id, ${client.id}, during, true from made`;
  await admin`analyze`;
}

/** The hour that has just begun, so that times lie on a grid. */
export function thisHour(now: number): number {
  return Math.floor(now / hour) * hour;
}
