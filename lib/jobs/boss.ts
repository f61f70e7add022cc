import { PgBoss } from "pg-boss";
import { jobSchema } from "#db/queues.ts";
import { errorFields, log } from "#lib/log.ts";

// Next bundles a module into several places; the job runner must be one for the process.
const kept = globalThis as unknown as { attuneJobs?: Promise<PgBoss> };

/** The job runner of this process, started when first asked for. It works on nothing until a worker is given to it. */
export function jobs(): Promise<PgBoss> {
  kept.attuneJobs ??= start().catch((error: unknown) => {
    delete kept.attuneJobs;
    throw error;
  });
  return kept.attuneJobs;
}

/** The job runner if there is one. What still ends while the process stops must not start another. */
export const runningJobs = (): Promise<PgBoss> | undefined => kept.attuneJobs;

/** Lets running jobs finish, within `ms`, and ends the connections. */
export async function stopJobs(ms: number): Promise<void> {
  const boss = await kept.attuneJobs?.catch(() => undefined);
  await boss?.stop({ graceful: true, timeout: ms, close: true });
  delete kept.attuneJobs;
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? "",
    schema: jobSchema,
    max: 4,
    migrate: false,
    createSchema: false,
    registerInstance: false,
    useListenNotify: true,
    connectionTimeoutMillis: 5_000,
  });
  boss.on("error", (error) => complain(error));
  boss.on("warning", () => {});
  return boss.start();
}

let complainedAt = 0;

// While the database is away every poll fails, several times a second.
function complain(error: unknown): void {
  if (Date.now() - complainedAt < 10_000) return;
  complainedAt = Date.now();
  log.warn("The job runner cannot reach its tables", errorFields(error));
}
