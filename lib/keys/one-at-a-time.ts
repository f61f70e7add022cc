import type postgres from "postgres";

const keysLock = 4_117_231;

/** Runs `work` unless somebody else changes keys just now. The connection has to be a single one. */
export async function oneAtATime<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  const [table] = await sql<{ there: boolean }[]>`
    select to_regclass('public.sealing_keys') is not null as there`;
  if (!table?.there)
    throw new Error("This database is not up to date. Start the portal once (npm start), and come back.");
  const [lock] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${keysLock}) as taken`;
  if (!lock?.taken) throw new Error("The keys are being changed just now. Wait until that is done.");
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${keysLock})`.catch(() => {});
  }
}
