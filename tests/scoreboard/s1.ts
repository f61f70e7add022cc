import { randomUUID } from "node:crypto";
import { aSession } from "#tests/support/people.ts";
import { accessTable, type Expected, type Row, type Rule } from "./access-table.ts";
import { type Answer, ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { aCast, type Cast, everyone, type Side, type Who } from "./cast.ts";
import { goodRequest } from "./requests.ts";
import { builtRoutes, isApi, withId } from "./routes.ts";
import { sameness } from "./sameness.ts";
import { changedTables, snapshot, untilAllIsDone } from "./state.ts";
import { fresh, type Subject } from "./subjects.ts";
import type { World } from "./world.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];
const whose = ["own", "foreign", "absent"] as const;
type Whose = (typeof whose)[number];
type Cell = { path: string; method: Method; who: Who; whose: Whose; expected: Expected; rule: Rule };

/** Everybody asks for everything, with an id of their own, of another and of nobody. */
export const s1: BoardTest = {
  id: "S1",
  title: "Access matrix",
  isQuick: true,
  async run(world, { guard, quick }) {
    const cast = await aCast();
    const table = guard ? accessTable : withoutOneRow(accessTable);
    // As if the checks took one client for another.
    if (!guard)
      await world.look`update auth_sessions set user_id = ${cast.ours.client.id} where user_id = ${cast.theirs.client.id}`;
    const routes = await builtRoutes();
    const unlisted = routes.filter((path) => !methods.some((method) => `${method} ${path}` in table));
    const unbuilt = Object.keys(table).filter((row) => !routes.includes(row.split(" ")[1] ?? ""));
    const wrong: string[] = [];
    let cells = 0;
    for (const path of routes) {
      const some = methods.flatMap((method) => cellsOf(table, path, method, quick));
      cells += some.length;
      wrong.push(...(await tryCells(world, cast, path, some)));
    }
    const isNoticed = unlisted.length > 0 && wrong.length > 0;
    const isRight = unlisted.length + unbuilt.length + wrong.length === 0;
    return {
      tried: `${routes.length} routes of the build × ${methods.length} methods × ${everyone.length} people × own, foreign, absent`,
      counts: {
        cells,
        wrong: wrong.length,
        unlisted: unlisted.length,
        unbuilt: unbuilt.length,
        ...(wrong.length > 0 && { first: wrong.slice(0, 12).join(" · ") }),
        ...(unlisted.length + unbuilt.length > 0 && { routes: [...unlisted, ...unbuilt].join(" ") }),
      },
      pass: guard ? isRight : !isNoticed,
    };
  },
};

function withoutOneRow(table: Record<string, Row>): Record<string, Row> {
  const { "GET /coach/availability": _, ...rest } = table;
  return rest;
}

function cellsOf(table: Record<string, Row>, path: string, method: Method, quick: boolean): Cell[] {
  const row = table[`${method} ${path}`] ?? (method === "HEAD" ? table[`GET ${path}`] : undefined);
  const otherwise = method === "OPTIONS" && isApi(path) ? 204 : 405;
  return everyone.flatMap((who) => {
    const rule = ruleFor(row, who) ?? otherwise;
    const { subject } = goodRequest(method, path, emptySide, "");
    // A method that a page does not know is refused before anybody looks whose it is.
    const all = subject && (row || !quick) ? whose : (["own"] as const);
    return all.map((whose) => ({
      path,
      method,
      who,
      whose,
      rule,
      expected: expectedFor(
        rule,
        who,
        isTheirs(who, whose, subject) ? "own" : whose === "absent" ? whose : "foreign",
      ),
    }));
  });
}

/** What the partner and the other client have in common with Ada. All else that is hers is a stranger's to them. */
const inCommon: Partial<Record<Who, readonly Subject[]>> = {
  ben: ["coach", "shared", "askedOfTwo"],
  cleo: ["coach"],
};

function isTheirs(who: Who, whose: Whose, subject: Subject | undefined): boolean {
  const common = inCommon[who];
  return whose === "own" && (!common || !subject || common.includes(subject));
}

const emptySide = { type: "", coach: {}, client: {}, ids: {}, proposals: new Map() } as Partial<Side> as Side;

function ruleFor(row: Row | undefined, who: Who): Rule | undefined {
  return row?.[roleOf(who)] ?? (roleOf(who) === "owner" ? row?.coach : undefined);
}

function roleOf(who: Who): keyof Row {
  if (["ada", "ben", "cleo", "bea"].includes(who)) return "client";
  if (who === "kim") return "owner";
  return who === "sol" ? "coach" : "visitor";
}

function expectedFor(rule: Rule, who: Who, whose: Whose): Expected {
  if (typeof rule !== "object") return rule;
  if ("known" in rule) return whose === "absent" ? rule.absent : rule.known;
  return whose === "own" && roleOf(who) !== "visitor" ? rule.own : rule.other;
}

/** What does not go as the table says: a wrong answer, one that tells apart what it must not, a row that changed. */
async function tryCells(world: World, cast: Cast, path: string, cells: Cell[]): Promise<string[]> {
  const isWrite = ({ method, expected }: Cell) => method === "POST" && expected === 200;
  const wrong: string[] = [];
  await untilAllIsDone(world);
  const before = await snapshot(world);
  const refused = cells.filter((cell) => !isWrite(cell));
  const tried = await Promise.all(
    refused.map(async (cell) => ({ cell, ...(await tryCell(world, cast, cell)) })),
  );
  const changed = changedTables(before, await snapshot(world));
  if (changed.length > 0) wrong.push(`${path} changed ${changed.join(", ")}`);
  for (const { cell, answer } of tried) wrong.push(...judge(cell, answer));
  for (const method of methods)
    for (const who of everyone) {
      const alike = tried.filter(
        ({ cell }) => cell.method === method && cell.who === who && mustNotTell(cell),
      );
      const said = new Set(alike.map(({ answer, id }) => sameness(answer, id)));
      if (said.size > 1) wrong.push(`${method} ${path} tells ${who} what is there`);
    }
  for (const cell of cells.filter(isWrite))
    wrong.push(...judge(cell, (await tryCell(world, cast, cell)).answer));
  return wrong;
}

function mustNotTell({ rule, whose, expected }: Cell): boolean {
  if (typeof rule !== "object") return true;
  return "other" in rule && (whose !== "own" || expected === rule.other);
}

async function tryCell({ processes }: World, cast: Cast, cell: Cell) {
  const { path, method, who, whose, expected } = cell;
  const isOurs = who !== "bea" && who !== "kim";
  const [near, others] = isOurs ? [cast.ours, cast.theirs] : [cast.theirs, cast.ours];
  const side = whose === "own" ? near : others;
  // Beside Ada's ids, what they send is their own.
  const mine = who === "ben" || who === "cleo" ? { ...near, client: cast.near[who] } : near;
  const { subject } = goodRequest(method, path, mine, "");
  const isChanging = method === "POST" && expected === 200;
  const idOf = () => (subject ? (isChanging ? fresh(subject, side) : side.ids[subject]) : "");
  const id = whose === "absent" ? randomUUID() : await idOf();
  const { query, body, form } = goodRequest(method, path, mine, id);
  const url = withId(path, id) + (query ? `?${query}` : "");
  const session = isChanging ? await freshSession(cast, who) : cast.sessions[who];
  const answer = await ask(processes[0], url, {
    method,
    session,
    ...(body && { body }),
    ...(form && formed(form)),
  });
  return { answer, id };
}

const formed = (body: string) => ({
  body,
  headers: { "content-type": "application/x-www-form-urlencoded" },
});

// A write may end the session that it came with.
async function freshSession(cast: Cast, who: Who): Promise<string | undefined> {
  const people: Partial<Record<Who, { id: string }>> = {
    ...{ ada: cast.ours.client, ...cast.near },
    sol: cast.ours.coach,
    bea: cast.theirs.client,
    kim: cast.theirs.coach,
  };
  const person = people[who];
  return person ? aSession(person) : cast.sessions[who];
}

function judge({ path, method, who, whose, expected }: Cell, { status, headers }: Answer): string[] {
  const place = headers.get("location")?.split("?")[0];
  const got: Expected = status >= 300 && status < 400 && place ? `→ ${place}` : status;
  return got === expected ? [] : [`${method} ${path} ${who} ${whose}: ${got}, not ${expected}`];
}
