import postgres from "postgres";

/**
 * A digest of every row of every table of ours, so that a test can say: nothing changed. When the worker last ran is
 * written down every few seconds, whatever happens.
 */
export async function everyRow(adminUrl: string): Promise<Record<string, string>> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'worker_runs'`;
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await sql.unsafe(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
      );
      digests[name] = row?.digest;
    }
    return digests;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
