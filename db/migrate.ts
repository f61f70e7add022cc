import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { jobSchema, queues } from "./queues.ts";

// Any number of starting processes may migrate at once; they take turns on this lock.
const migrationLock = 4_117_230;

/** Brings a database to this version: our tables and guards, then the job runner's. */
export async function migrateDatabase(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await connection`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(connection), {
      migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)),
    });
    await prepareJobs(url);
    await connection.unsafe(`grant usage on schema ${jobSchema} to portal;
      grant select, insert on all tables in schema ${jobSchema} to portal;
      grant execute on all functions in schema ${jobSchema} to portal`);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

async function prepareJobs(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => {});
  await boss.start();
  for (const name of Object.values(queues)) await boss.createQueue(name);
  await boss.stop({ graceful: false, close: true });
}
