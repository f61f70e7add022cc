import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { CannotUnseal, type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";
import { columnsThere } from "./count-sealed.ts";
import type { SealedColumn } from "./sealed-columns.ts";

type Keys = readonly [SealingKey, ...SealingKey[]];
type Row = { id: string; record: Buffer };

export type Resealed = { of: SealedColumn; count: number; unopened: number };

const atOnce = 50;
/** A transaction that began before the newest key came has ended by then, one way or the other. */
export const underWay = 10_000;

/**
 * Seals with the first key whatever is sealed with another one, a few rows at a time, while the portal serves: what is
 * changed meanwhile is left to its writer and looked at again. Can be broken off and begun anew at any time.
 */
export async function resealAll(sql: postgres.Sql, keys: Keys, patience = underWay): Promise<Resealed[]> {
  const all: Resealed[] = [];
  for (const of of await columnsThere(sql)) all.push({ of, ...(await resealColumn(sql, keys, of)) });
  await pause(patience);
  for (const done of all) {
    const late = await resealColumn(sql, keys, done.of);
    done.count += late.count;
    done.unopened = late.unopened;
  }
  return all;
}

async function resealColumn(sql: postgres.Sql, keys: Keys, of: SealedColumn) {
  let count = 0;
  for (;;) {
    const turn = await resealOnce(sql, keys, of);
    count += turn.count;
    if (turn.met === 0) return { count, unopened: turn.unopened };
  }
}

/** `met`: how many were changed by others in the very moment. */
async function resealOnce(sql: postgres.Sql, keys: Keys, of: SealedColumn) {
  const turn = { count: 0, unopened: 0, met: 0 };
  const { table, id, column, place } = of;
  const newest = Buffer.concat([Buffer.of(1, keys[0].id.length), Buffer.from(keys[0].id)]);
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await sql<Row[]>`
      select ${sql(id)}::text as id, ${sql(column)} as record from ${sql(table)}
      where ${sql(column)} is not null and substring(${sql(column)} from 1 for ${newest.length}) <> ${newest}
        and ${sql(id)} > ${last}
      order by ${sql(id)} limit ${atOnce}`;
    for (const row of rows) {
      const plain = open(keys, row, place);
      if (!plain) {
        turn.unopened += 1;
        continue;
      }
      const { count } =
        await sql`update ${sql(table)} set ${sql(column)} = ${seal(keys, plain, place(row.id))}
        where ${sql(id)} = ${row.id} and ${sql(column)} = ${row.record}`;
      turn[count > 0 ? "count" : "met"] += 1;
    }
    const end = rows.at(-1);
    if (!end || rows.length < atOnce) return turn;
    last = end.id;
  }
}

function open(keys: Keys, { id, record }: Row, place: SealedColumn["place"]): Buffer | undefined {
  try {
    return unseal(keys, record, place(id));
  } catch (error) {
    if (error instanceof CannotUnseal) return undefined;
    throw error;
  }
}
