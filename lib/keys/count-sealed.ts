import type postgres from "postgres";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

/** How many things of one column are sealed with one key. */
export type Sealed = { keyId: string; of: SealedColumn; count: number };

/** The columns that this database has: one that is to be brought up to date may not have all of them. */
export async function columnsThere(sql: postgres.Sql): Promise<readonly SealedColumn[]> {
  const rows = await sql<{ place: string }[]>`
    select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`;
  const there = new Set(rows.map(({ place }) => place));
  return sealedColumns.filter(({ table, column }) => there.has(`${table}.${column}`));
}

/** Which key seals how much. */
export async function countSealed(sql: postgres.Sql): Promise<Sealed[]> {
  const all: Sealed[] = [];
  for (const of of await columnsThere(sql)) {
    const sealed = sql(of.column);
    // What is not laid out as a sealed record opens with no key.
    const rows = await sql<{ name: Buffer; count: number }[]>`
      select substring(head from 3 for get_byte(head, 1)) as name, count(*)::int as count
      from (select substring(${sealed} from 1 for 257) as head from ${sql(of.table)} where length(${sealed}) > 30) records
      where get_byte(head, 0) = 1 group by 1`;
    for (const { name, count } of rows) all.push({ keyId: name.toString("utf8"), of, count });
  }
  return all.filter(({ keyId }) => /^[\w-]{1,32}$/.test(keyId));
}

/** "9 clients' keys and 3 letters". */
export function sealedWords(sealed: readonly Pick<Sealed, "of" | "count">[]): string {
  const parts = sealed.map(({ of, count }) => `${count} ${count === 1 ? of.one : of.many}`);
  return new Intl.ListFormat("en-GB").format(parts);
}
