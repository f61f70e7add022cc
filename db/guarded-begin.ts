import type postgres from "postgres";

type Tx = postgres.TransactionSql;
const never = new Promise<never>(() => {});

/**
 * `sql.begin` with a guard. When a connection dies inside a transaction, postgres.js rejects `begin` at once but
 * lets the callback run on: its later queries, and its COMMIT, then land on a replacement connection, inside a
 * stranger's transaction or in none. Here a dead transaction's queries and its end never settle, so nothing of it
 * is sent. `guard: false` is for the test that shows what happens without.
 */
export function guardedBegin<T>(sql: postgres.Sql, work: (tx: Tx) => Promise<T>, guard = true): Promise<T> {
  if (!guard) return sql.begin(work) as Promise<T>;
  const state = { dead: false };
  const outer = sql.begin((tx) => settleWhileAlive(work(stopWhenDead(tx, state)), state));
  outer.catch(() => {
    state.dead = true;
  });
  return outer as Promise<T>;
}

/** The connection with every `begin` guarded, for drizzle and whoever else asks it for transactions. */
export function guardTransactions(sql: postgres.Sql, guard = true): postgres.Sql {
  return new Proxy(sql, {
    get: (target, key, receiver) =>
      key === "begin"
        ? (work: (tx: Tx) => Promise<unknown>) => guardedBegin(target, work, guard)
        : Reflect.get(target, key, receiver),
  });
}

async function settleWhileAlive<T>(work: Promise<T>, state: { dead: boolean }): Promise<T> {
  const outcome = await work.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  if (state.dead) return never;
  return outcome();
}

function stopWhenDead(tx: Tx, state: { dead: boolean }): Tx {
  return new Proxy(tx, {
    apply: (target, self, args) => (state.dead ? never : Reflect.apply(target, self, args)),
    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (typeof value !== "function") return value;
      if (key === "savepoint") return (...args: unknown[]) => nested(target, args, state);
      return (...args: unknown[]) => (state.dead ? never : Reflect.apply(value, target, args));
    },
  });
}

function nested(tx: Tx, args: unknown[], state: { dead: boolean }) {
  const work = args.at(-1) as (inner: Tx) => Promise<unknown>;
  return state.dead
    ? never
    : tx.savepoint((inner) => settleWhileAlive(work(stopWhenDead(inner, state)), state));
}
