import { type SQL, sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { phaseFacts } from "./find-client.ts";
import { type DeskPerson, readPeople } from "./people.ts";
import { type Phase, type PhaseFacts, phaseOf } from "./phase.ts";
import { type Place, placeIn, placeWords } from "./timeline/place.ts";

export const onAPage = 25;

/** Those who come next stand first, by when; then those with nothing ahead, the newest first. */
export type ListPlace = Place & { part: "ahead" | "rest" };

export type ListedRow = PhaseFacts & {
  id: string;
  micros: string;
  key: string;
  archivedAt: number | null;
  next: { id: string; start: number; isAskedFor: boolean } | null;
};

export type Listed = {
  id: string;
  kind: PhaseFacts["kind"];
  people: DeskPerson[];
  next: ListedRow["next"];
  phase: Phase;
};

type Asked = { isArchive: boolean; after: ListPlace | undefined };

/** A page of a coach's clients, and where the next one begins. */
export async function listClients(coach: CoachViewer, asked: Asked, now: number) {
  return asViewer(coach, async (tx) => {
    const { rows, rest } = await readClients(tx, coach, asked, now);
    const people = await readPeople(tx, coach, { bookingIds: [], journeyIds: rows.map(({ id }) => id) });
    return { clients: rows.flatMap((row) => listed(row, people, now)), rest };
  });
}

/**
 * The same without who they are. By the portal, of this coach's own: under the row policies no index on times is of use,
 * and each page would go through the whole book.
 */
export function readClients(tx: Tx, coach: CoachViewer, asked: Asked, now: number) {
  return stepAsSystem(tx, "a page of a coach's own clients", () => selectPage(tx, coach, asked, now));
}

async function selectPage(tx: Tx, coach: CoachViewer, { isArchive, after }: Asked, now: number) {
  const limit = onAPage + 1;
  const parts: { part: "ahead" | "rest"; row: ListedRow }[] = [];
  for (const part of ["ahead", "rest"] as const) {
    if (parts.length >= limit || (after?.part === "rest" && part === "ahead")) continue;
    const from = after?.part === part ? after : undefined;
    const select = part === "ahead" ? selectAhead : selectRest;
    const rows = await tx.execute<ListedRow>(
      select(coach, { isArchive, from, limit: limit - parts.length }, now),
    );
    parts.push(...[...rows].map((row) => ({ part, row })));
  }
  const last = parts[onAPage - 1];
  const rest: ListPlace | undefined =
    parts.length > onAPage && last
      ? { part: last.part, micros: last.row.micros, id: last.row.key }
      : undefined;
  return { rows: parts.slice(0, onAPage).map(({ row }) => row), rest };
}

export function listed(row: ListedRow, people: Map<string, DeskPerson[]>, now: number): Listed[] {
  const [first, ...others] = people.get(row.id) ?? [];
  if (!first) return [];
  const { id, kind, next } = row;
  return [{ id, kind, people: [first, ...others], next, phase: phaseOf(row, first.zone, now) }];
}

export const listPlaceWords = (place: ListPlace) => `${place.part}.${placeWords(place)}`;

/** From the address. Anything else that stands there means the first page. */
export function listPlaceIn(asked: string | string[] | undefined): ListPlace | undefined {
  const [, part, rest] = (typeof asked === "string" && /^(ahead|rest)\.(.*)$/.exec(asked)) || [];
  const place = placeIn(rest);
  return place && { ...place, part: part === "ahead" ? "ahead" : "rest" };
}

type Page = { isArchive: boolean; from: Place | undefined; limit: number };

const millis = (at: SQL) => sql`(extract(epoch from ${at}) * 1000)::float8`;
const micros = (at: SQL) => sql`(extract(epoch from ${at}) * 1000000)::bigint::text`;
const instantAt = (place: Place) =>
  sql`(timestamptz 'epoch' + ${place.micros}::bigint * interval '1 microsecond')`;
const isLive = (b: SQL, now: number) =>
  sql`${b}.status in ('requested', 'confirmed') and lower(${b}.during) > ${new Date(now).toISOString()}`;
const isKept = ({ isArchive }: Page) =>
  sql`(j.archived_at is not null) = ${isArchive}
    and exists (select from journey_members m where m.journey_id = j.id and m.left_at is null)`;

function selectAhead(coach: CoachViewer, page: Page, now: number): SQL {
  const { from, limit } = page;
  return sql`
    select n.*, facts.* from (
      select j.id, j.kind, ${millis(sql`j.archived_at`)} as "archivedAt", ${micros(sql`lower(b.during)`)} as micros,
        b.id as key, jsonb_build_object('id', b.id, 'start', ${millis(sql`lower(b.during)`)},
          'isAskedFor', b.status = 'requested') as next
      from bookings b join journeys j on j.id = b.journey_id
      where b.coach_id = ${coach.id} and ${isLive(sql`b`, now)} and ${isKept(page)}
        and not exists (select from bookings e where e.journey_id = b.journey_id and ${isLive(sql`e`, now)}
          and (lower(e.during), e.id) < (lower(b.during), b.id))
        ${from ? sql`and (lower(b.during), b.id) > (${instantAt(from)}, ${from.id}::uuid)` : sql``}
      order by lower(b.during), b.id limit ${limit}
    ) n, lateral ${phaseFacts(sql`(n.id)`, now)} facts order by n.micros::bigint, n.key`;
}

function selectRest(coach: CoachViewer, { isArchive, from, limit }: Page, now: number): SQL {
  // What is said of each is worked out for a page of them only. Whom all have left is let go where they get their names.
  return sql`
    select n.id, n.kind, ${millis(sql`n.archived_at`)} as "archivedAt", ${micros(sql`n.created_at`)} as micros,
      n.id as key, null as next, facts.*
    from (
      select j.id, j.kind, j.archived_at, j.created_at from journeys j
      where j.coach_id = ${coach.id} and (j.archived_at is not null) = ${isArchive}
        and j.id not in (select e.journey_id from bookings e
          where e.coach_id = ${coach.id} and ${isLive(sql`e`, now)} and e.journey_id is not null)
        ${from ? sql`and (j.created_at, j.id) < (${instantAt(from)}, ${from.id}::uuid)` : sql``}
      order by j.created_at desc, j.id desc limit ${limit}
    ) n, lateral ${phaseFacts(sql`(n.id)`, now)} facts order by n.created_at desc, n.id desc`;
}
