import { type SQL, sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { toClientsOf } from "#lib/mail/log/policy.ts";
import type { Place, Show } from "./place.ts";

type Asked = { coach: CoachViewer; clientId: string; before: Place | undefined; limit: number };

/** One kind of thing, each row with its time `at`, its `id`, and what is said of it. Never anything sealed. */
type Branch = (asked: Asked) => SQL;

/** The newest of each kind: no branch reads more rows than stand on a page. */
const newest = ({ before, limit }: Asked, at: SQL, id: SQL, from: SQL) => sql`${from}
  ${before ? sql`and (${at}, ${id}) < (timestamptz 'epoch' + ${before.micros}::bigint * interval '1 microsecond', ${before.id}::uuid)` : sql``}
  order by ${at} desc, ${id} desc limit ${limit}`;

const paths = ({ coach, clientId }: Asked) =>
  sql`(select journey_id from journey_members where client_id = ${clientId} and coach_id = ${coach.id})`;

const sessions: Branch = (asked) => sql`
  select 'session' as kind, b.id, b.at, jsonb_build_object('type', t.name, 'status', b.status, 'late', b.late,
    'start', extract(epoch from lower(b.during)) * 1000, 'end', extract(epoch from upper(b.during)) * 1000) as said
  from (${newest(
    asked,
    sql`lower(during)`,
    sql`id`,
    sql`select id, type_id, status, late, during, lower(during) as at from bookings
      where coach_id = ${asked.coach.id} and journey_id in ${paths(asked)} and status not in ('held', 'expired')`,
  )}) b join session_types t on t.id = b.type_id`;

const shares =
  (which: SQL): Branch =>
  (asked) =>
    sql`
  select 'written' as kind, s.id, s.at, jsonb_build_object('kind', s.kind, 'day', s.day, 'session', s.booking_id,
    'start', extract(epoch from lower(b.during)) * 1000, 'type', t.name, 'lesson', v.title,
    'opened', s.opened_at is not null or s.kind = 'lesson') as said
  from (${newest(
    asked,
    sql`readable_from`,
    sql`id`,
    sql`select id, kind, day, booking_id, version_id, opened_at, readable_from as at from reflection_shares
      where reader_id = ${asked.coach.id} and author_id = ${asked.clientId} and reader = 'coach'
        and withdrawn_at is null ${which}`,
  )}) s left join bookings b on b.id = s.booking_id left join session_types t on t.id = b.type_id
    left join lesson_versions v on v.id = s.version_id`;

const notes: Branch = (asked) => sql`
  select 'note' as kind, n.id, n.at, jsonb_build_object('session', n.booking_id, 'type', t.name,
    'start', extract(epoch from lower(b.during)) * 1000, 'isFinished', n.finished_at is not null) as said
  from (${newest(
    asked,
    sql`written_at`,
    sql`id`,
    sql`select id, booking_id, finished_at, written_at as at from private_notes
      where coach_id = ${asked.coach.id} and purpose = 'session' and (about_id = ${asked.clientId} or about_id is null
        and booking_id in (select id from bookings where coach_id = ${asked.coach.id} and journey_id in ${paths(asked)}))`,
  )}) n join bookings b on b.id = n.booking_id join session_types t on t.id = b.type_id`;

const summaries: Branch = (asked) => sql`
  select 'summary' as kind, n.id, n.at, jsonb_build_object('session', n.booking_id, 'type', t.name,
    'start', extract(epoch from lower(b.during)) * 1000, 'isBack', n.withdrawn_at is not null) as said
  from (${newest(
    asked,
    sql`sent_at`,
    sql`id`,
    sql`select id, booking_id, withdrawn_at, sent_at as at from sent_summaries
      where coach_id = ${asked.coach.id} and client_id = ${asked.clientId}`,
  )}) n join bookings b on b.id = n.booking_id join session_types t on t.id = b.type_id`;

const marks: Branch = (asked) => sql`
  select 'lesson' as kind, m.id, m.at, jsonb_build_object('title', (select title from lesson_versions
    where lesson_id = m.lesson_id order by number desc limit 1)) as said
  from (${newest(
    asked,
    sql`done_at`,
    sql`id`,
    sql`select id, lesson_id, done_at as at from lesson_suggestions
      where coach_id = ${asked.coach.id} and client_id = ${asked.clientId} and done_at is not null`,
  )}) m`;

const health: Branch = (asked) =>
  newest(
    asked,
    sql`moved_at`,
    sql`m.id`,
    sql`select 'health' as kind, m.id, moved_at as at, jsonb_build_object('to', to_state) as said
      from screening_moves m join screenings s on s.id = m.screening_id
      where m.coach_id = ${asked.coach.id} and s.client_id = ${asked.clientId}`,
  );

const agreements =
  (act: "signed" | "withdrawn"): Branch =>
  (asked) => {
    const at = act === "signed" ? sql`c.signed_at` : sql`c.withdrawn_at`;
    return newest(
      asked,
      at,
      sql`c.id`,
      sql`select 'agreement' as kind, c.id, ${at} as at,
        jsonb_build_object('act', ${act}::text, 'title', x.title, 'version', x.version) as said
      from consents c join consent_texts x on x.id = c.text_id
      where c.coach_id = ${asked.coach.id} and c.client_id = ${asked.clientId} and ${at} is not null`,
    );
  };

const mail: Branch = (asked) =>
  newest(
    asked,
    sql`created_at`,
    sql`id`,
    sql`select 'message' as kind, id, created_at as at, jsonb_build_object('kind', kind) as said from ${messages}
      where recipient_id = ${asked.clientId} and sent_at is not null and ${toClientsOf(asked.coach)}`,
  );

const all = shares(sql``);
const branches: Record<Show, Branch[]> = {
  everything: [
    sessions,
    all,
    notes,
    summaries,
    marks,
    health,
    agreements("signed"),
    agreements("withdrawn"),
    mail,
  ],
  sessions: [sessions],
  written: [all],
  notes: [notes, summaries],
  lessons: [marks, shares(sql`and kind = 'lesson'`)],
  messages: [mail],
};

/** The newest of everything that is shown, in one question. */
export function selectTimeline(show: Show, asked: Asked): SQL {
  const all = branches[show].map((branch) => sql`(${branch(asked)})`);
  return sql`select kind, id, said, (extract(epoch from at) * 1000)::float8 as at,
      (extract(epoch from at) * 1000000)::bigint::text as micros
    from (${sql.join(all, sql` union all `)}) everything order by everything.at desc, id desc limit ${asked.limit}`;
}
