import { type SQL, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type PhaseFacts, phaseOf } from "./phase.ts";

type Next = { id: string; start: number; isAskedFor: boolean };

type Row = PhaseFacts & {
  id: string;
  name: string;
  zone: string;
  failsSince: number | null;
  pronouns: string | null;
  languages: string | null;
  coachZone: string;
  coachName: string;
  next: Next | null;
  agreed: number | null;
  used: number;
  booked: number;
  toTalkAbout: number;
  lastSettled: number | null;
  journeyId: string;
  archivedAt: number | null;
};

/** What of a client stands at the head of their page. Undefined: not there, or not this coach's. */
export async function findClientHead(coach: CoachViewer, clientId: string, now: number) {
  return asViewer(coach, (tx) => readClientHead(tx, coach, clientId, now));
}

/** The same in a transaction of this coach's. */
export async function readClientHead(tx: Tx, coach: CoachViewer, clientId: string, now: number) {
  const [row] = await tx.execute<Row>(selectHead(coach, clientId, now));
  if (!row) return undefined;
  const { coachZone, ...client } = row;
  return { ...client, zone: client.zone, coachZone, phase: phaseOf(row, client.zone, now) };
}
export type ClientHead = NonNullable<Awaited<ReturnType<typeof findClientHead>>>;

const ms = (at: SQL) => sql`(extract(epoch from ${at}) * 1000)::float8`;

/** What is known of the sessions of the journeys in `which`, for their phase. */
export const phaseFacts = (which: SQL, now: number) => {
  const at = new Date(now).toISOString();
  return sql`(select
      ${ms(sql`max(lower(b.during)) filter (where t.kind = 'guidance' and upper(b.during) <= ${at})`)} as "lastGuidance",
      ${ms(sql`min(lower(b.during)) filter (where t.kind = 'guidance' and upper(b.during) > ${at} and b.status = 'confirmed')`)} as "nextGuidance",
      coalesce(bool_or(t.kind = 'preparation'), false) as "hasPreparation",
      (count(*) filter (where upper(b.during) <= ${at}))::int as held,
      (count(*) filter (where upper(b.during) > ${at}))::int as booked,
      (count(*) filter (where b.counts))::int as used
    from bookings b join session_types t on t.id = b.type_id
    where b.journey_id in ${which} and (b.status in ('confirmed', 'completed') or b.counts))`;
};

function selectHead(coach: CoachViewer, clientId: string, now: number): SQL {
  const at = new Date(now).toISOString();
  const own = sql`(select journey_id from journey_members where client_id = ${clientId} and coach_id = ${coach.id})`;
  return sql`
    select u.id, u.display_name as name, u.zone, ${ms(sql`u.mail_fails_since`)} as "failsSince", c.pronouns, c.languages,
      k.zone as "coachZone", me.display_name as "coachName", j.kind, j.id as "journeyId", ${ms(sql`j.archived_at`)} as "archivedAt", facts.*,
      (select jsonb_build_object('id', b.id, 'start', ${ms(sql`lower(b.during)`)}, 'isAskedFor', b.status = 'requested')
        from bookings b where b.coach_id = ${coach.id} and b.journey_id in ${own}
          and b.status in ('requested', 'confirmed') and lower(b.during) > ${at}
        order by lower(b.during), b.id limit 1) as next,
      (select agreed from session_balances where coach_id = ${coach.id} and client_id = ${clientId}) as agreed,
      open."toTalkAbout", open."lastSettled"
    from users u join clients c on c.id = u.id join coaches k on k.id = ${coach.id} join users me on me.id = k.id
    join lateral (select w.id, w.kind, w.archived_at from journeys w join journey_members m on m.journey_id = w.id
      where m.client_id = u.id and w.coach_id = ${coach.id} order by w.kind, w.id limit 1) j on true,
    ${phaseFacts(own, now)} facts,
    (select (count(*) filter (where settled_at is null and tier <> 'note'))::int as "toTalkAbout",
        ${ms(sql`max(settled_at)`)} as "lastSettled"
      from flags where coach_id = ${coach.id} and client_id = ${clientId}) open
    where u.id = ${clientId} and u.role = 'client'`;
}
