import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { lookAsSystem } from "#db/client.ts";
import { keepPlans } from "#db/kept-plans.ts";
import { users } from "#db/schema/index.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

const database = onFreshDatabase();

/** The statements about people that the server keeps after two transactions, one with an inner part, asked the same. */
async function keptAfterwards({ prepare = true, wrap = keepPlans } = {}): Promise<number> {
  const connection = postgres(database.url, { max: 1, prepare, fetch_types: false });
  try {
    const db = drizzle(wrap(connection), { casing: "snake_case" });
    const nobody = "8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d";
    for (let again = 0; again < 2; again++)
      await db.transaction(async (tx) => {
        await tx.select({ id: users.id }).from(users).where(eq(users.id, nobody));
        await tx.transaction((inner) =>
          inner.select({ name: users.displayName }).from(users).where(eq(users.id, nobody)),
        );
      });
    const kept = await connection.unsafe(
      "select from pg_prepared_statements where statement like '%\"users\"%'",
    );
    return kept.length;
  } finally {
    await connection.end({ timeout: 5 });
  }
}

describe("statements of transactions", () => {
  test("are planned once for a connection, and asked again by name", async () => {
    expect(await keptAfterwards()).toBe(2);
  });

  test("are not kept where a pooler in front gives each transaction another connection", async () => {
    expect(await keptAfterwards({ prepare: false })).toBe(0);
  });

  test("would not be kept without us", async () => {
    expect(await keptAfterwards({ wrap: (connection) => connection })).toBe(0);
  });
});

describe("a look", () => {
  test("gives what it finds", async () => {
    const [found] = await lookAsSystem("a test looks", (tx) => tx.execute(sql`select 7 as seven`));
    expect(found).toEqual({ seven: 7 });
  });

  test("changes nothing: the database refuses it", async () => {
    const change = lookAsSystem("a test looks", (tx) => tx.execute(sql`delete from rate_limits`));
    await expect(change).rejects.toMatchObject({ code: "25006" });
  });

  test("that fails says so", async () => {
    const failing = lookAsSystem("a test looks", async () => {
      throw new Error("not like this");
    });
    await expect(failing).rejects.toThrow("not like this");
  });
});
