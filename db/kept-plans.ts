import type postgres from "postgres";

type Tx = postgres.TransactionSql;

// Beyond this it is a list of many rows, which hardly comes twice with the same number of them.
const longest = 10_000;

/**
 * The connection with the statements of its transactions kept prepared. drizzle asks for each to be parsed, described
 * and planned anew, which is two trips to the server for one. Without effect where the pool has `prepare: false`.
 */
export function keepPlans(sql: postgres.Sql): postgres.Sql {
  return new Proxy(sql, {
    get: (target, key, receiver) =>
      key === "begin"
        ? (work: (tx: Tx) => Promise<unknown>) => target.begin((tx) => work(withPlans(tx)))
        : Reflect.get(target, key, receiver),
  });
}

function withPlans(tx: Tx): Tx {
  return new Proxy(tx, {
    get(target, key, receiver) {
      if (key === "unsafe")
        return (text: string, values: never[], options: object) =>
          target.unsafe(text, values, { ...options, prepare: text.length <= longest });
      if (key === "savepoint")
        return (work: (inner: Tx) => Promise<unknown>) => target.savepoint((inner) => work(withPlans(inner)));
      return Reflect.get(target, key, receiver);
    },
  });
}
