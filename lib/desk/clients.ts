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
 * The same without who they are, in one question. By the portal, of this coach's own: under the row policies no index on
 * times is of use, and each page would go through the whole book.
 */
export async function readClients(tx: Tx, coach: CoachViewer, { isArchive, after }: Asked, now: number) {
  const page = (part: ListPlace["part"]) => ({
    ...{ isArchive, limit: onAPage + 1 },
    from: after?.part === part ? after : undefined,
  });
  const ahead = after?.part === "rest" ? [] : [sql`(${selectAhead(coach, page("ahead"), now)})`];
  const found = await stepAsSystem(tx, "a page of a coach's own clients", () =>
    tx.execute<ListedRow & Pick<ListPlace, "part">>(
      selectPage([...ahead, sql`(${selectRest(coach, page("rest"), now)})`], now),
    ),
  );
  const rows = [...found];
  const last = rows[onAPage - 1];
  const rest: ListPlace | undefined =
    rows.length > onAPage && last ? { part: last.part, micros: last.micros, id: last.key } : undefined;
  return { rows: rows.slice(0, onAPage), rest };
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

// What is said of each is worked out for those on the page only.
function selectPage(parts: SQL[], now: number): SQL {
  return sql`
    select n.id, n.kind, n.part, n.key, n.next, ${millis(sql`n.archived_at`)} as "archivedAt",
      ${micros(sql`n.at`)} as micros, facts.*
    from (
      select * from (${sql.join(parts, sql` union all `)}) p
      order by part, case when part = 'ahead' then at end, case when part = 'ahead' then key end, at desc, key desc
      limit ${onAPage + 1}
    ) n, lateral ${phaseFacts(sql`(n.id)`, now)} facts
    order by n.part, case when n.part = 'ahead' then n.at end, case when n.part = 'ahead' then n.key end, n.at desc, n.key desc`;
}

function selectAhead(coach: CoachViewer, page: Page, now: number): SQL {
  const { from, limit } = page;
  return sql`
    select 'ahead' as part, j.id, j.kind, j.archived_at, lower(b.during) as at, b.id as key,
      jsonb_build_object('id', b.id, 'start', ${millis(sql`lower(b.during)`)}, 'isAskedFor', b.status = 'requested') as next
    from bookings b join journeys j on j.id = b.journey_id
    where b.coach_id = ${coach.id} and ${isLive(sql`b`, now)} and (j.archived_at is not null) = ${page.isArchive}
      and exists (select from journey_members m where m.journey_id = j.id and m.left_at is null)
      and not exists (select from bookings e where e.journey_id = b.journey_id and ${isLive(sql`e`, now)}
        and (lower(e.during), e.id) < (lower(b.during), b.id))
      ${from ? sql`and (lower(b.during), b.id) > (${instantAt(from)}, ${from.id}::uuid)` : sql``}
    order by lower(b.during), b.id limit ${limit}`;
}

// Whom all have left is let go where they get their names: to look for them here would be to look at everybody.
function selectRest(coach: CoachViewer, { isArchive, from, limit }: Page, now: number): SQL {
  return sql`
    select 'rest' as part, j.id, j.kind, j.archived_at, j.created_at as at, j.id as key, null::jsonb as next
    from journeys j
    where j.coach_id = ${coach.id} and (j.archived_at is not null) = ${isArchive}
      and j.id not in (select e.journey_id from bookings e
        where e.coach_id = ${coach.id} and ${isLive(sql`e`, now)} and e.journey_id is not null)
      ${from ? sql`and (j.created_at, j.id) < (${instantAt(from)}, ${from.id}::uuid)` : sql``}
    order by j.created_at desc, j.id desc limit ${limit}`;
}
