import { sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { daysSpan } from "#lib/bookings/rules.ts";
import { readPeople } from "#lib/desk/people.ts";
import { clockWords, dateIn, dateWords } from "#lib/time/words.ts";
import { dateMeant, folded } from "./date-words.ts";

export type FoundClient = { id: string; name: string; email: string };
export type FoundSession = { id: string; when: string; who: string; type: string };
export type Found = { clients: FoundClient[]; sessions: FoundSession[]; day: string | undefined };

const most = 12;

/** A coach's own clients by name or address, and their sessions on a day. Nothing of what anybody wrote is looked in. */
export async function search(coach: CoachViewer, words: string, now: number): Promise<Found> {
  const wanted = folded(words);
  if (wanted === "") return { clients: [], sessions: [], day: undefined };
  return asViewer(coach, async (tx) => {
    const clients = await findClients(tx, coach, wanted);
    const [own] = await tx.execute<{ zone: string }>(sql`select zone from coaches where id = ${coach.id}`);
    const zone = own?.zone ?? "UTC";
    const date = dateMeant(words, dateIn(now, zone));
    return {
      clients,
      sessions: date ? await findSessions(tx, coach, date, zone) : [],
      day: date && dateWords(date, { year: true }),
    };
  });
}

/** By the portal: the row policy on people would go through all of them first. */
async function findClients(tx: Tx, coach: CoachViewer, wanted: string): Promise<FoundClient[]> {
  const like = wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const name = sql`case when u.display_name ~ '[^ -~]'
    then regexp_replace(normalize(lower(u.display_name), NFKD), '[\u0300-\u036f]', '', 'g') else lower(u.display_name) end`;
  const rows = await stepAsSystem(tx, "a coach looks for a client of theirs", () =>
    tx.execute<FoundClient>(sql`
      select id, name, email from (
        select u.id, u.display_name as name, u.email, ${name} as plain from users u
        where u.role = 'client' and u.id in (select client_id from journey_members where coach_id = ${coach.id})
      ) people where plain like ${`%${like}%`} or email like ${`%${like}%`}
      order by plain like ${`${like}%`} desc, plain like ${`% ${like}%`} desc, plain, id limit ${most}`),
  );
  return [...rows];
}

async function findSessions(tx: Tx, coach: CoachViewer, date: string, zone: string): Promise<FoundSession[]> {
  const { start, end } = daysSpan(date, 1, zone);
  const rows = await tx.execute<{ id: string; at: number; type: string }>(sql`
    select b.id, (extract(epoch from lower(b.during)) * 1000)::float8 as at, t.name as type
    from bookings b join session_types t on t.id = b.type_id
    where b.coach_id = ${coach.id} and b.status not in ('held', 'expired')
      and lower(b.during) >= ${new Date(start).toISOString()} and lower(b.during) < ${new Date(end).toISOString()}
    order by lower(b.during), b.id limit 50`);
  const people = await readPeople(tx, coach, { bookingIds: rows.map(({ id }) => id), journeyIds: [] });
  return rows.map(({ id, at, type }) => ({
    id,
    type,
    when: clockWords(at, zone),
    who: new Intl.ListFormat("en-GB").format((people.get(id) ?? []).map(({ name }) => name)),
  }));
}
