import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guardedBegin, guardTransactions } from "#db/guarded-begin.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

const database = onFreshDatabase();
let sql: postgres.Sql;
let admin: postgres.Sql;

beforeAll(async () => {
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  await sql`create table notes (who text, line text)`;
});
beforeEach(async () => {
  await admin`truncate notes`;
});
afterAll(() => Promise.all([sql.end({ timeout: 1 }), admin.end({ timeout: 1 })]));

const lines = async () =>
  (await admin`select who, line from notes order by who, line`).map((row) => ({ ...row }));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a transaction in which nothing goes wrong", () => {
  test("commits what it did and gives what it gave", async () => {
    const given = await guardedBegin(sql, async (tx) => {
      await tx`insert into notes values ('ada', 'one')`;
      return 7;
    });
    expect(given).toBe(7);
    expect(await lines()).toEqual([{ who: "ada", line: "one" }]);
  });

  test("leaves nothing when it throws, and throws the same", async () => {
    const error = new Error("no");
    const work = guardedBegin(sql, async (tx) => {
      await tx`insert into notes values ('ada', 'one')`;
      throw error;
    });
    await expect(work).rejects.toBe(error);
    expect(await lines()).toEqual([]);
  });

  test("takes back only the inner part when that throws, however deep", async () => {
    await guardedBegin(sql, async (tx) => {
      await tx`insert into notes values ('ada', 'outer')`;
      await tx
        .savepoint(async (inner) => {
          await inner`insert into notes values ('ada', 'inner')`;
          await inner.savepoint("deep", async (deep) => {
            await deep`insert into notes values ('ada', 'deep')`;
          });
          throw new Error("no");
        })
        .catch(() => {});
      await tx.savepoint(async (inner) => {
        await inner`insert into notes values ('ada', 'kept')`;
      });
    });
    expect((await lines()).map(({ line }) => line)).toEqual(["kept", "outer"]);
  });

  test("a failed statement fails the transaction", async () => {
    await expect(guardedBegin(sql, (tx) => tx`select * from nowhere`)).rejects.toMatchObject({
      code: "42P01",
    });
    expect((await sql`select 1 as one`)[0]).toEqual({ one: 1 });
  });
});

/** Ada's connection dies in the middle; Bea's transaction is the next on the connection that replaces it. */
async function adaDiesWhileBeaWorks(guard: boolean, { nested = false } = {}) {
  const connection = guardTransactions(sql, guard);
  const isKilled = Promise.withResolvers<void>();
  const beaHasBegun = Promise.withResolvers<void>();
  const adaWrites = async (tx: postgres.TransactionSql) => {
    const [me] = await tx`select pg_backend_pid() as pid`;
    await tx`insert into notes values ('ada', 'before')`;
    await admin`select pg_terminate_backend(${me?.pid})`;
    isKilled.resolve();
    await beaHasBegun.promise;
    await tx`insert into notes values ('ada', 'after')`;
  };
  const ada = connection
    .begin(async (tx) => (nested ? tx.savepoint(adaWrites) : adaWrites(tx)))
    .then(
      () => "committed",
      () => "rejected",
    );
  await isKilled.promise;
  const bea = connection
    .begin(async (tx) => {
      await tx`insert into notes values ('bea', 'first')`;
      beaHasBegun.resolve();
      await pause(150);
      throw new Error("Bea changes her mind");
    })
    .then(
      () => "committed",
      () => "rejected",
    );
  const outcomes = await Promise.all([ada, bea]);
  await pause(100);
  return { outcomes, left: await lines() };
}

describe("a transaction whose connection dies", () => {
  test.each([false, true])(
    "leaves nothing, and commits nobody else's work (savepoint: %s)",
    async (nested) => {
      const { outcomes, left } = await adaDiesWhileBeaWorks(true, { nested });
      expect(outcomes).toEqual(["rejected", "rejected"]);
      expect(left).toEqual([]);
    },
  );

  test("and without the guard it does: what was rejected stays, and what Bea took back is kept", async () => {
    const { outcomes, left } = await adaDiesWhileBeaWorks(false);
    expect(outcomes[0]).toBe("rejected");
    expect(left.map(({ who, line }) => `${who} ${line}`)).toContain("ada after");
  });
});
