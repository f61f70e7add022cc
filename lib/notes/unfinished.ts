import { type SQL, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { isUnfinished, type State } from "./states.ts";
import { bytesOfNothing } from "./written.ts";

const lookedBack = 60 * 86_400_000;

export type Unfinished = State & {
  id: string;
  during: { start: number; end: number };
  attendees: { id: string; name: string }[];
};

/** The sessions of the last two months that something is still to be written about, the latest first. */
export function listUnfinished(coach: CoachViewer, now: number): Promise<Unfinished[]> {
  return asViewer(coach, (tx) => listUnfinishedOf(tx, coach.id, now));
}

/** The same in a transaction of the portal's own. */
export async function listUnfinishedOf(tx: Tx, coachId: string, now: number): Promise<Unfinished[]> {
  const iso = (at: number) => new Date(at).toISOString();
  const held = sql`b.coach_id = ${coachId} and b.status in ('confirmed', 'completed')
    and upper(b.during) <= ${iso(now)}::timestamptz
    and lower(b.during) > ${iso(now - lookedBack)}::timestamptz`;
  const rows = await selectStates(tx, coachId, held);
  return rows.filter((row) => isUnfinished(row, row.zone, now)).map(({ zone: _, ...row }) => row);
}

/** How far the writing about these sessions is, by their ids. */
export async function noteStates(coach: CoachViewer, bookingIds: string[]): Promise<Map<string, State>> {
  if (bookingIds.length === 0) return new Map();
  const ids = sql.join(
    bookingIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await asViewer(coach, (tx) =>
    selectStates(tx, coach.id, sql`b.coach_id = ${coach.id} and b.id in (${ids})`),
  );
  return new Map(rows.map(({ id, note, summary }) => [id, { note, summary }]));
}

type Row = Unfinished & { zone: string };

async function selectStates(tx: Tx, coachId: string, which: SQL): Promise<Row[]> {
  const rows = await tx.execute<{
    id: string;
    start: number;
    end: number;
    zone: string;
    people: { id: string; name: string }[];
    notes: number;
    unfinished: number;
    unsent: number;
    sent: number;
  }>(sql`
    select b.id, c.zone,
      extract(epoch from lower(b.during))::float8 * 1000 as start,
      extract(epoch from upper(b.during))::float8 * 1000 as "end",
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.display_name) order by u.display_name), '[]')
        from booking_attendees a join users u on u.id = a.client_id where a.booking_id = b.id) as people,
      n.notes, n.unfinished, s.unsent, s.sent
    from bookings b join coaches c on c.id = b.coach_id
    cross join lateral (
      select count(*)::int as notes,
        count(*) filter (where finished_at is null and octet_length(words) > ${bytesOfNothing})::int as unfinished
      from private_notes where booking_id = b.id and purpose = 'session' and coach_id = ${coachId}
        and (finished_at is not null or octet_length(words) > ${bytesOfNothing})) n
    cross join lateral (
      select count(*) filter (where t.id is null or t.revision <> d.revision)::int as unsent, count(t.id)::int as sent
      from shared_summaries d
      left join sent_summaries t on t.summary_id = d.id and t.withdrawn_at is null
      where d.booking_id = b.id and d.coach_id = ${coachId}
        and (t.id is not null or octet_length(d.words) > ${bytesOfNothing})) s
    where ${which}
    order by lower(b.during) desc, b.id`);
  return rows.map(({ id, start, end, zone, people, notes, unfinished, unsent, sent }) => ({
    ...{ id, zone, during: { start, end }, attendees: people },
    note: notes === 0 ? "none" : unfinished > 0 ? "begun" : "finished",
    summary: unsent > 0 ? "written" : sent > 0 ? "sent" : "none",
  }));
}
