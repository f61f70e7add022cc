import { type SQL, sql } from "drizzle-orm";
import { asViewer, stepAsSystem } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { mayConfirm, readGate } from "#lib/guidance/gate.ts";
import { readUnfinished } from "#lib/notes/unfinished.ts";
import { listed, readClients } from "./clients.ts";
import { type DeskPerson, readPeople } from "./people.ts";

const day = 86_400_000;
// The first screen is for what is near; what was left further back is in the calendar.
const mostUnfinished = 6;

/** What the coach's book has of one session, with what is known beside it. */
export type DeskEntry = {
  id: string;
  status: "held" | "requested" | "confirmed" | "completed" | "no_show";
  during: { start: number; end: number };
  typeName: string;
  kind: string;
  bookedZone: string;
  holdExpires: number | null;
  heldName: string | null;
  late: boolean;
  arcId: string | null;
  /** Sessions of a set are answered as a whole, and the day speaks for them. */
  isOfArc: boolean;
  proposed: number;
  /** Whether anything is asked before it, and who has shared their answers. */
  isAsked: boolean;
  shared: { by: string; at: number }[];
  note: "none" | "begun" | "finished";
  attendees: DeskPerson[];
};

export type GateState = { left: number; who: "client" | "coach" | "both" | undefined };

/** All of Today but what waits for a look: the days ahead, what is asked for, and the first page of clients. */
export async function readToday(coach: CoachViewer, now: number) {
  return asViewer(coach, async (tx) => {
    const found = await stepAsSystem(tx, "what is near in a coach's own book", () =>
      tx.execute<{ zone: string; entry: Omit<DeskEntry, "attendees"> | null }>(selectBook(coach, now)),
    );
    const book = [...found].flatMap(({ entry }) => entry ?? []);
    const { rows, rest } = await readClients(tx, coach, { isArchive: false, after: undefined }, now);
    const unfinished = await readUnfinished(tx, coach, now, mostUnfinished + 1);
    const people = await readPeople(tx, coach, {
      bookingIds: [...new Set([...book, ...unfinished].map(({ id }) => id))],
      journeyIds: rows.map(({ id }) => id),
    });
    const entries: DeskEntry[] = book.map((entry) => ({
      ...entry,
      attendees: people.get(entry.id) ?? [],
    }));
    const gates = new Map<string, GateState>();
    for (const entry of entries.filter((one) => isDayToCome(one, now))) {
      const [client] = entry.attendees;
      if (!client) continue;
      const question = { clientId: client.id, coachId: coach.id, guidanceStart: entry.during.start };
      const conditions = await readGate(tx, { ...question, ...(entry.arcId && { arcId: entry.arcId }) }, now);
      const open = mayConfirm(conditions) ? [] : conditions.filter(({ state }) => state === "open");
      const isYours = open.some(({ who }) => who !== "client");
      gates.set(entry.id, { left: open.length, who: open[0] && (isYours ? "coach" : "client") });
    }
    return {
      zone: found[0]?.zone ?? "UTC",
      entries,
      gates,
      clients: rows.flatMap((row) => listed(row, people, now)),
      rest,
      unfinished: unfinished.slice(0, mostUnfinished).map((one) => ({
        ...one,
        attendees: people.get(one.id) ?? [],
      })),
      hasMoreUnfinished: unfinished.length > mostUnfinished,
    };
  });
}

export type Today = Awaited<ReturnType<typeof readToday>>;

const isDayToCome = (entry: DeskEntry, now: number) =>
  entry.kind === "guidance" &&
  entry.during.start - now < 2 * day &&
  ["ahead", "asked"].includes(standingOf(entry, now));

const millis = (at: SQL) => sql`(extract(epoch from ${at}) * 1000)::float8`;

/** By the portal, of this coach's own: under the row policies no index on times is of use. */
function selectBook(coach: CoachViewer, now: number): SQL {
  const at = (ms: number) => new Date(ms).toISOString();
  return sql`
    select k.zone, e.entry from coaches k left join lateral (
      select lower(b.during) as at, jsonb_build_object('id', b.id, 'status', b.status, 'late', b.late,
        'during', jsonb_build_object('start', ${millis(sql`lower(b.during)`)}, 'end', ${millis(sql`upper(b.during)`)}),
        'typeName', t.name, 'kind', t.kind, 'bookedZone', b.booked_zone, 'heldName', b.held_name,
        'holdExpires', ${millis(sql`b.hold_expires`)}, 'arcId', b.arc_id,
        'isOfArc', b.arc_step is not null and b.arc_step <> 'guidance',
        'proposed', (select count(*) from bookings p where p.proposed_for = b.id and p.status = 'held'),
        'isAsked', t.kind <> 'first_conversation' and exists (select from reflection_templates r
          where r.archived_at is null and (r.id = t.template_id or r.kind::text = t.kind::text)),
        'shared', coalesce((select jsonb_agg(jsonb_build_object('by', s.author_id, 'at', ${millis(sql`s.readable_from`)}))
          from reflection_shares s where s.booking_id = b.id and s.reader_id = ${coach.id}
            and s.kind = 'session' and s.withdrawn_at is null and s.readable_from <= now()
            and share_stands(s.journey_id, s.author_id, s.reader_id, s.reader)), '[]'),
        'note', (select case when count(*) = 0 then 'none' when bool_and(n.finished_at is not null) then 'finished' else 'begun' end
          from private_notes n where n.booking_id = b.id and n.coach_id = ${coach.id} and n.purpose = 'session')) as entry
      from bookings b join session_types t on t.id = b.type_id
      where b.coach_id = ${coach.id} and b.id in (
        select id from bookings where coach_id = ${coach.id}
          and lower(during) between ${at(now - 2 * day)} and ${at(now + 9 * day)}
          and (status in ('requested', 'confirmed', 'completed', 'no_show') or status = 'held' and hold_expires > ${at(now)})
        union select id from bookings where coach_id = ${coach.id} and status = 'requested' and lower(during) > ${at(now)})
    ) e on true where k.id = ${coach.id} order by e.at, e.entry ->> 'id'`;
}
