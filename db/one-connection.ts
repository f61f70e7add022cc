import postgres from "postgres";

/** Runs `work` on a connection of its own, outside of any transaction: for what runs beside the portal or before it. */
export async function onDatabase<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const connection = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    return await work(connection);
  } finally {
    await connection.end({ timeout: 5 });
  }
}
