import { sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { timeToAnswer } from "#lib/reflections/asked/times.ts";
import type { AboutShown } from "./shown.ts";

const day = 86_400_000;
const yearOfCheckIns = 400 * day;
const said = 183 * day;

export type NoReply = AboutShown & { at: number };

/** What a client was asked beside their sessions in the last half year, and did not show. It means only that. */
export async function listNoReplies(
  tx: Tx,
  coach: CoachViewer,
  clientId: string,
  now: number,
): Promise<NoReply[]> {
  const sessions = await listPast(tx, coach, clientId, now);
  return sessions.flatMap((one) => askedBeside(one, now)).filter(({ at }) => at <= now && at > now - said);
}

type CheckIn = { day: number; since: number };
type Past = {
  id: string;
  start: number;
  end: number;
  name: string;
  kind: string;
  zone: string;
  /** Since when there is a set before it: nobody was asked before. */
  since: number | null;
  checkIns: CheckIn[] | null;
  /** What was shown: stands, or was opened before it was taken back. */
  shown: string[] | null;
};

const millis = (at: string) => sql.raw(`(extract(epoch from ${at}) * 1000)::float8`);

/**
 * The sessions that were held, with what was asked beside them and what was shown of it. By the portal: a coach sees no
 * copy that was taken back, but what they had opened of it was an answer.
 */
async function listPast(tx: Tx, coach: CoachViewer, clientId: string, now: number): Promise<Past[]> {
  const at = (ms: number) => new Date(ms).toISOString();
  const rows = await stepAsSystem(tx, "what was asked beside a coach's sessions, and shown", () =>
    tx.execute<Past>(sql`
      select b.id, ${millis("lower(b.during)")} as start, ${millis("upper(b.during)")} as "end", t.name, t.kind, u.zone,
        (select ${millis("min(v.published_at)")} from template_versions v where v.template_id = coalesce(
          (select o.id from reflection_templates o where o.id = t.template_id and o.archived_at is null),
          (select k.id from reflection_templates k where k.kind::text = t.kind::text and k.archived_at is null
            and t.kind <> 'first_conversation' limit 1))) as since,
        (select jsonb_agg(jsonb_build_object('day', c.day, 'since', c.since) order by c.day) from (
          select r.day, ${millis("min(v.published_at)")} as since from reflection_templates r
          join template_versions v on v.template_id = r.id
          where t.kind = 'guidance' and r.kind = 'check_in' and r.archived_at is null group by r.id, r.day) c) as "checkIns",
        (select jsonb_agg(distinct s.kind || ' ' || coalesce(s.day::text, '')) from reflection_shares s
          where s.booking_id = b.id and s.author_id = ${clientId} and s.reader_id = ${coach.id}
            and (s.withdrawn_at is null or s.opened_at is not null)) as shown
      from booking_attendees a join bookings b on b.id = a.booking_id
      join session_types t on t.id = b.type_id join users u on u.id = a.client_id
      where a.client_id = ${clientId} and b.coach_id = ${coach.id} and b.status in ('confirmed', 'completed')
        and upper(b.during) <= ${at(now)} and upper(b.during) > ${at(now - yearOfCheckIns - said)}
        and (t.kind = 'guidance' or upper(b.during) > ${at(now - said)})`),
  );
  return [...rows];
}

function askedBeside(one: Past, now: number): NoReply[] {
  const during = { start: one.start, end: one.end };
  const session = { id: one.id, start: one.start, name: one.name };
  const isShown = (kind: string, on: number | null) => one.shown?.includes(`${kind} ${on ?? ""}`) ?? false;
  const { until } = timeToAnswer({ kind: "session", day: null }, during, one.zone);
  const isRecent = one.end > now - said;
  const wasAsked = isRecent && one.since !== null && one.since < one.start && !isShown("session", null);
  const checkIns = one.checkIns ?? [];
  return [
    ...(wasAsked ? [{ kind: "session" as const, day: null, session, at: until }] : []),
    ...checkIns.flatMap(({ day: on, since }, index) => {
      const time = timeToAnswer({ kind: "check_in", day: on }, during, one.zone, checkIns[index + 1]?.day);
      const isAsked = since < time.from && !isShown("check_in", on);
      return isAsked ? [{ kind: "check_in" as const, day: on, session, at: time.until }] : [];
    }),
  ];
}
