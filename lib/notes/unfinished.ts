import { type SQL, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { State } from "./states.ts";
import { bytesOfNothing } from "./written.ts";

const lookedBack = 60 * 86_400_000;

export type Unfinished = State & { id: string; during: { start: number; end: number } };

/**
 * The sessions of the last two months that something is still to be written about, the latest first, and no more than
 * `most`: a note that was begun and not finished, a summary that was written and not sent; and from the next morning on,
 * in the coach's zone, a note that was not begun.
 */
export function readUnfinished(tx: Tx, coach: CoachViewer, now: number, most: number): Promise<Unfinished[]> {
  return selectStates(tx, coach.id, isUnfinished(coach.id, now), most);
}

/** How many there are, in a transaction of the portal's own. */
export async function countUnfinished(tx: Tx, coachId: string, now: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int from ${states(coachId)} where ${isUnfinished(coachId, now)}`,
  );
  return row?.count ?? 0;
}

/** How far the writing about these sessions is, by their ids. */
export async function noteStates(coach: CoachViewer, bookingIds: string[]): Promise<Map<string, State>> {
  if (bookingIds.length === 0) return new Map();
  const ids = sql.join(
    bookingIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await asViewer(coach, (tx) =>
    selectStates(tx, coach.id, sql`b.coach_id = ${coach.id} and b.id in (${ids})`, bookingIds.length),
  );
  return new Map(rows.map(({ id, note, summary }) => [id, { note, summary }]));
}

function isUnfinished(coachId: string, now: number): SQL {
  const at = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;
  const today = sql`date_trunc('day', ${at(now)} at time zone c.zone)`;
  return sql`b.coach_id = ${coachId} and b.status in ('confirmed', 'completed')
    and lower(b.during) <= ${at(now)} and upper(b.during) <= ${at(now)} and lower(b.during) > ${at(now - lookedBack)}
    and (n.unfinished > 0 or s.unsent > 0 or n.notes = 0 and upper(b.during) at time zone c.zone < ${today})`;
}

const states = (coachId: string) => sql`bookings b join coaches c on c.id = b.coach_id
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
        and (t.id is not null or octet_length(d.words) > ${bytesOfNothing})) s`;

async function selectStates(tx: Tx, coachId: string, which: SQL, most: number): Promise<Unfinished[]> {
  const rows = await tx.execute<{
    id: string;
    start: number;
    end: number;
    notes: number;
    unfinished: number;
    unsent: number;
    sent: number;
  }>(sql`
    select b.id, extract(epoch from lower(b.during))::float8 * 1000 as start,
      extract(epoch from upper(b.during))::float8 * 1000 as "end", n.notes, n.unfinished, s.unsent, s.sent
    from ${states(coachId)} where ${which} order by lower(b.during) desc, b.id limit ${most}`);
  return rows.map(({ id, start, end, notes, unfinished, unsent, sent }) => ({
    ...{ id, during: { start, end } },
    note: notes === 0 ? "none" : unfinished > 0 ? "begun" : "finished",
    summary: unsent > 0 ? "written" : sent > 0 ? "sent" : "none",
  }));
}
