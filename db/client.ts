import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { describeDatabaseError } from "./errors.ts";
import { guardTransactions } from "./guarded-begin.ts";
import { keepPlans } from "./kept-plans.ts";
import { together } from "./together.ts";

type Connection = { url: string; max: number; prepare: boolean };
type Database = {
  connection: postgres.Sql;
  drizzle: ReturnType<typeof open>["drizzle"];
};

/** What a query runs in: always a transaction, always with somebody's name on it. */
export type Tx = Parameters<Parameters<Database["drizzle"]["transaction"]>[0]>[0];

type Caller = { readonly id: string };

const deadline = 8_000;
// Next bundles a module into several places; the pool must be one for the process.
const kept = globalThis as unknown as { attuneDatabase?: Database };

function open({ url, max, prepare }: Connection) {
  const connection = postgres(url, {
    max,
    prepare,
    onnotice: () => {},
    // Asking for array types, which we have none of, is a query that nobody catches when the connection dies in it.
    fetch_types: false,
    connect_timeout: 5,
    idle_timeout: 60,
  });
  return { connection, drizzle: drizzle(keepPlans(guardTransactions(connection)), { casing: "snake_case" }) };
}

function database(): Database {
  kept.attuneDatabase ??= open({
    url: process.env.DATABASE_URL ?? "",
    max: Number(process.env.POOL_MAX || 10),
    prepare: process.env.PREPARE !== "false",
  });
  return kept.attuneDatabase;
}

/** Runs `work` as this person: row policies decide once more, beneath every WHERE, what exists for them. */
export function asViewer<T>(viewer: Caller, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(
    sql`set_config('role', 'portal', true), set_config('portal.viewer', ${viewer.id}, true)`,
    work,
  );
}

/** Runs `work` as the portal itself. The reason is for readers and for the database's own log. */
export function asSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(sql`set_config('portal.reason', ${reason}, true)`, work);
}

/**
 * The same for looking only: the database refuses every change. What was found is given at once, since how such a
 * transaction ends means nothing.
 */
export function lookAsSystem<T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const found = Promise.withResolvers<T>();
  const opening = sql`set_config('portal.reason', ${reason}, true), set_config('transaction_read_only', 'on', true)`;
  return inTransaction(
    opening,
    async (tx) => {
      const result = await work(tx);
      found.resolve(result);
      return result;
    },
    found.promise,
  );
}

/**
 * One step of a viewer's transaction with the portal's own rights: what comes about for them, and is not theirs to do.
 * The same reason as of `asSystem`.
 */
export async function stepAsSystem<T>(tx: Tx, reason: string, step: () => Promise<T>): Promise<T> {
  await tx.execute(
    sql`select set_config('role', 'none', true), set_config('portal.reason', ${reason}, true)`,
  );
  try {
    return await step();
  } finally {
    // In a transaction that has failed nothing can be asked any more, and no right is left to take back.
    await tx.execute(sql`select set_config('role', 'portal', true)`).catch(() => {});
  }
}

/** Ends with the transaction, or as soon as it is known `early` what it gives. */
async function inTransaction<T>(
  opening: SQL,
  work: (tx: Tx) => Promise<T>,
  early: Promise<T> | undefined = undefined,
): Promise<T> {
  const run = database().drizzle.transaction(async (tx) => {
    // Nobody waits for its answer: the server takes it first, and when it fails refuses all that comes after it.
    const opened = tx
      .execute(sql`select ${opening}, set_config('statement_timeout', '5s', true),
        set_config('lock_timeout', '2s', true), set_config('idle_in_transaction_session_timeout', '10s', true)`)
      .execute();
    const [, result] = await together(opened, work(tx));
    return result;
  });
  try {
    return await withDeadline(early === undefined ? run : Promise.race([early, run]));
  } catch (error) {
    throw describeDatabaseError(error);
  }
}

async function withDeadline<T>(run: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("deadline"), { code: "DEADLINE" })), deadline);
  });
  run.catch(() => {});
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}

/** Ends the pool of this process. */
export async function closeDatabase(): Promise<void> {
  const open = kept.attuneDatabase;
  delete kept.attuneDatabase;
  await open?.connection.end({ timeout: 5 });
}
