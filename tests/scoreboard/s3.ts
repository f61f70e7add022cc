import { randomUUID } from "node:crypto";
import { ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { rowsFor, tablesOfPortal } from "./rows-for.ts";
import { mayChange, mayRead, type Viewer } from "./whose-rows.ts";
import type { World } from "./world.ts";
import { everyWriting, type Writings } from "./writings.ts";

/** As if nothing in the code asked whose a row is: each person, each table, everything that the database gives. */
export const s3: BoardTest = {
  id: "S3",
  title: "Row policies alone",
  isQuick: true,
  async run(world, { guard }) {
    const writings = await everyWriting(world, world.processes[0]);
    for (const who of ["ada", "sol"] as const)
      await ask(world.processes[0], "/api/calendar-feed", {
        session: writings.sessions[who] ?? "",
        body: { renew: true },
      });
    if (!guard) await openDoors(world);
    const tables = await tablesOfPortal(world);
    const viewers = await everybody(world, writings);
    const foreign: string[] = [];
    const met = new Set<string>();
    let rows = 0;
    for (const [who, viewer] of Object.entries(viewers))
      for (const table of tables)
        for (const act of ["read", "change", "delete"] as const) {
          if (act === "change" && table.changed.length === 0) continue;
          if (act === "delete" && !table.deleted) continue;
          const rule = (act === "read" ? mayRead : mayChange)[table.name];
          const got = await rowsFor(world, viewer.id, table, act);
          rows += got.length;
          if (got.length > 0) met.add(table.name);
          const wrong = rule ? got.filter((row) => !rule(row, viewer)) : got;
          if (wrong.length > 0) foreign.push(`${who} could ${act} ${wrong.length} of ${table.name}`);
        }
    const unguarded = tables.filter(({ guarded }) => !guarded).map(({ name }) => name);
    const unlisted = tables.filter(({ name }) => !mayRead[name]).map(({ name }) => name);
    const unread = await neverRead(
      world,
      tables.map(({ name }) => name),
      met,
    );
    const wrong = [
      ...foreign,
      ...unguarded.map((name) => `${name} has no policy`),
      ...unlisted.map((name) => `${name} is not listed`),
    ];
    return {
      tried: `${Object.keys(viewers).length} people, ${tables.length} tables: every row that the database would give, let change or let delete, without any WHERE; ${rows} rows looked at`,
      counts: {
        "foreign rows": foreign.length,
        "tables without a policy": unguarded.length,
        "tables not listed": unlisted.length,
        "tables with rows that nobody got": unread.join(" ") || 0,
        ...(wrong.length > 0 && { first: wrong.slice(0, 12).join(" · ") }),
      },
      pass: guard ? wrong.length === 0 : foreign.length < 3 || unguarded.length === 0,
    };
  },
};

async function everybody({ look }: World, { people, cast }: Writings): Promise<Record<string, Viewer>> {
  const { ada, ben, cleo, bea, sol, kim } = people;
  const know: Record<string, { id: string }[]> = {
    ...{ ada: [ada, ben, sol], ben: [ben, ada, sol], cleo: [cleo, sol] },
    ...{
      sol: [sol, ada, ben, cleo],
      kim: [kim, bea, cast.theirs.partner],
      bea: [bea, cast.theirs.partner, kim],
    },
    nobody: [{ id: randomUUID() }],
  };
  const all: Record<string, Viewer> = {};
  for (const [who, others] of Object.entries(know)) {
    const id = others[0]?.id ?? "";
    const bookings = await look<{ id: string }[]>`
      select id from bookings where coach_id = ${id}
      union select booking_id from booking_attendees where client_id = ${id}
      union select p.id from bookings p join booking_attendees a on a.booking_id = p.proposed_for where a.client_id = ${id}`;
    const journeys = await look<{ id: string }[]>`
      select id from journeys where coach_id = ${id} union select journey_id from journey_members where client_id = ${id}`;
    all[who] = {
      ...{ id, knows: new Set(others.map((one) => one.id)), isCoach: who === "sol" || who === "kim" },
      ...{ isOwner: who === "kim", bookings: new Set(bookings.map((one) => one.id)) },
      journeys: new Set(journeys.map((one) => one.id)),
    };
  }
  return all;
}

/** Tables that have rows none of which anybody got: what was looked for in them shows nothing. */
async function neverRead({ look }: World, names: string[], met: Set<string>): Promise<string[]> {
  const unread: string[] = [];
  for (const name of names.filter((one) => !met.has(one))) {
    const [row] = await look.unsafe(`select exists(select from "${name}") as filled`);
    if (row?.filled) unread.push(name);
  }
  return unread;
}

/** Policies that say yes to everybody, and a table that has none. */
async function openDoors({ look }: World): Promise<void> {
  await look`alter policy reflections_own on reflections using (true)`;
  await look`alter policy reflection_shares_shown on reflection_shares using (true)`;
  await look`alter policy flags_of_coach on flags using (true)`;
  await look`alter table booking_reasons disable row level security`;
}
