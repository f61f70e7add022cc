import type postgres from "postgres";
import type { World } from "./world.ts";

export type Row = Record<string, unknown>;
type Table = { name: string; guarded: boolean; columns: string[]; changed: string[]; deleted: boolean };

/** The tables of which the role that people's queries run as may read something, and what it may change of them. */
export async function tablesOfPortal({ look }: World): Promise<Table[]> {
  return look<Table[]>`
    select c.relname as name, c.relrowsecurity as guarded, has_table_privilege('portal', c.oid, 'delete') as deleted,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege('portal', c.oid, a.attnum, 'select')), '{}') as columns,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege('portal', c.oid, a.attnum, 'update')), '{}') as changed
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_any_column_privilege('portal', c.oid, 'select')
    group by c.oid, c.relname, c.relrowsecurity order by 1`;
}

class Undone extends Error {}

/**
 * The rows of a table that somebody gets when nothing asks whose they are: no WHERE, only the policies. `act`: those
 * that they could change or delete, which is undone.
 */
export async function rowsFor(
  { look }: World,
  viewer: string,
  { name, columns, changed }: Table,
  act: "read" | "change" | "delete",
): Promise<Row[]> {
  let rows: Row[] = [];
  const named = columns.map((column) => `'${column}', t."${column}"`).join(", ");
  const row = `jsonb_build_object(${named}) as row`;
  const column = changed[0];
  const statement = {
    read: `select ${row} from "${name}" t`,
    change: `update "${name}" t set "${column}" = t."${column}" returning ${row}`,
    delete: `delete from "${name}" t returning ${row}`,
  }[act];
  await look
    .begin(async (tx: postgres.TransactionSql) => {
      await tx`select set_config('role', 'portal', true), set_config('portal.viewer', ${viewer}, true)`;
      rows = (await tx.unsafe<{ row: Row }[]>(statement)).map((one) => one.row);
      throw new Undone();
    })
    .catch((error: Error & { code?: string }) => {
      // Refused as a whole, by a policy, a trigger or a reference: nothing was changed either.
      if (error instanceof Undone || (act !== "read" && /^(42501|23503|23514)$/.test(error.code ?? "")))
        return;
      throw error;
    });
  return rows;
}
