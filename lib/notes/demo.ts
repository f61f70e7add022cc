import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPeople } from "#db/demo/people.ts";
import { ensureDemoKey, type PracticeKeys } from "#lib/reflections/demo-key.ts";
import { noteFields, type SessionKind, summaryFields, type Written } from "./fields.ts";
import { type Place, sealWritten } from "./written.ts";

type Session = { id: string; kind: SessionKind; end: Date; people: string[] };

const { coach, mara } = demoPeople;
const minute = 60_000;

const noteWords = {
  integration: {
    stayed: "The bus stop, and the words “let off”. She said it again, and laughed this time.",
    differently: "Window before the phone, five days of eight.",
  },
  guidance: {
    arrived: "On time, rested, with her sister, who left after tea.",
    own_words: "“It is quieter in here than I thought.”",
  },
};
const summaryWords = {
  meaning: "You said that being let off was not the same as running away.",
  step: "Keep the ten minutes by the window before the phone.",
};

/**
 * What the coach of the demo practice wrote: a note about each session that was held, one of them not finished, and a
 * summary that Mara can read. Once, and never beside anything else.
 */
export async function ensureDemoNotes(sql: Sql, keys: PracticeKeys): Promise<void> {
  const [known] = await sql`select 1 from private_notes limit 1`;
  if (known) return;
  const held = await sql<Session[]>`
    select b.id, t.kind, upper(b.during) as end,
      (select array_to_json(array_agg(a.client_id::text)) from booking_attendees a where a.booking_id = b.id) as people
    from bookings b join session_types t on t.id = b.type_id
    where b.coach_id = ${coach.id} and b.status = 'completed'
      -- Nobody writes while they still sit together.
      and upper(b.during) < now() - interval '1 hour'
    order by lower(b.during)`;
  const last = held.findLast(({ people, kind }) => people.includes(mara.id) && kind === "integration");
  await sql.begin(async (tx) => {
    for (const session of held) await writeNote(tx as unknown as Sql, keys, session);
    if (last) await writeSummary(tx as unknown as Sql, keys, last);
  });
}

async function writeNote(
  sql: Sql,
  keys: PracticeKeys,
  { id: bookingId, kind, end, people }: Session,
): Promise<void> {
  const about = people.length === 1 ? (people[0] ?? null) : null;
  const isMaras = about === mara.id;
  const words: Record<string, string> = isMaras ? (noteWords[kind as keyof typeof noteWords] ?? {}) : {};
  const id = randomUUID();
  const at = new Date(end.getTime() + 20 * minute);
  const sealed = await sealFor(sql, keys, withWords(noteFields(kind), words), {
    ...{ table: "private_notes", id, ownerId: about ?? coach.id },
  });
  const finishedAt = isMaras && kind === "guidance" ? null : at;
  await sql`insert into private_notes (id, coach_id, purpose, booking_id, about_id, words, revision, written_at, finished_at)
    values (${id}, ${coach.id}, 'session', ${bookingId}, ${about}, ${sealed}, 1, ${at}, ${finishedAt})`;
}

async function writeSummary(
  sql: Sql,
  keys: PracticeKeys,
  { id: bookingId, kind, end }: Session,
): Promise<void> {
  const [id, sentId] = [randomUUID(), randomUUID()];
  const at = new Date(end.getTime() + 45 * minute);
  const written = withWords(summaryFields(kind), summaryWords);
  const ownerId = mara.id;
  const draft = await sealFor(sql, keys, written, { table: "shared_summaries", id, ownerId });
  const sent = await sealFor(sql, keys, written, { table: "sent_summaries", id: sentId, ownerId });
  await sql`insert into shared_summaries (id, coach_id, booking_id, client_id, words, revision, written_at)
    values (${id}, ${coach.id}, ${bookingId}, ${mara.id}, ${draft}, 1, ${at})`;
  await sql`insert into sent_summaries (id, summary_id, coach_id, booking_id, client_id, words, revision, sent_at)
    values (${sentId}, ${id}, ${coach.id}, ${bookingId}, ${mara.id}, ${sent}, 1, ${at})`;
}

async function sealFor(sql: Sql, keys: PracticeKeys, written: Written[], place: Place): Promise<Buffer> {
  return sealWritten(await ensureDemoKey(sql, keys, place.ownerId), written, place);
}

const withWords = (fields: ReturnType<typeof noteFields>, words: Record<string, string>): Written[] =>
  fields.flatMap((field) => (words[field.key] ? [{ ...field, words: words[field.key] ?? "" }] : []));
