import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "#db/client.ts";
import { checkout } from "#lib/running/install.mjs";
import { preparePractice } from "#lib/running/practice.ts";
import { readSettings } from "#lib/running/settings.ts";
import { type FreshDatabase, freshDatabase } from "#tests/support/database.ts";
import { testSettings } from "#tests/support/settings.ts";
import { aKey, somethingOfEachKind } from "./sealed-things.ts";

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
});
afterEach(async () => {
  await closeDatabase();
  await database.drop();
});

const usual = testSettings.ENCRYPTION_KEYS;
const prepare = (ENCRYPTION_KEYS: string) => {
  const { encryptionKeys } = readSettings({ ...testSettings, DATABASE_URL: database.url, ENCRYPTION_KEYS });
  return preparePractice({ databaseUrl: database.url, ownerEmail: "owner@example.org", encryptionKeys });
};

/** The portal's own program, as it is started beside others. Gives its last words, and with what it ended. */
async function startProgram(keys: string): Promise<{ words: string; code: number }> {
  const child = spawn(process.execPath, ["lib/running/serve.ts"], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...testSettings,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      PORT: "1",
      ENCRYPTION_KEYS: keys,
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => said.push(text));
  const [code] = await once(child, "close");
  return { words: said.join(""), code };
}

async function everything(): Promise<string> {
  const sql = postgres(database.adminUrl, { max: 1 });
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const sums = [];
  for (const { name } of tables)
    sums.push(
      await sql`select ${name} as name, md5(string_agg(t::text, '' order by t::text)) from ${sql(name)} t`,
    );
  await sql.end();
  return JSON.stringify(sums);
}

describe("a portal that is started with keys that do not open what is there", () => {
  test.each([
    ["none", "", /ENCRYPTION_KEYS is missing/],
    [
      "a truncated one",
      usual.slice(0, -5),
      /ENCRYPTION_KEYS is not a list of name:key with keys of 32 bytes/,
    ],
    ["another one of the same name", aKey("test"), /The key test is another one than until now/],
    ["another one", aKey("k9"), /The key test of this database is not among the given ones.*1 client's key/s],
  ])("refuses: %s", async (_, keys, sentence) => {
    await prepare(usual);
    await somethingOfEachKind();
    const before = await everything();
    const { words, code } = await startProgram(keys);
    expect(words).toMatch(sentence);
    expect(code).toBe(1);
    // Nor does the start that brings a database up to date.
    await expect(async () => prepare(keys)).rejects.toThrow(sentence);
    expect(await everything()).toBe(before);
  });

  test("refuses when an old key was taken out too early, and says what is still sealed with it", async () => {
    await prepare(usual);
    await somethingOfEachKind();
    const newer = aKey("k2");
    await prepare(`${newer},${usual}`);
    await expect(prepare(newer)).rejects.toThrow(
      /The key test .*1 client's key, 1 letter.*npm run keys -- rotate/s,
    );
    // Put back, it starts.
    await prepare(`${newer},${usual}`);
  });

  test("also where nothing is sealed yet: the key is known from the first start on", async () => {
    await prepare(usual);
    await expect(prepare(aKey("test"))).rejects.toThrow(/another one than until now/);
    await expect(prepare(aKey("k9"))).rejects.toThrow(/not among the given ones/);
    await prepare(usual);
  });

  test("also where what is sealed is from before any key was known", async () => {
    await somethingOfEachKind();
    await expect(prepare(aKey("test"))).rejects.toThrow(/another one than until now/);
    await expect(prepare(aKey("k9"))).rejects.toThrow(/not among the given ones/);
    await prepare(usual);
  });

  test("but takes a key away that was never used", async () => {
    await prepare(usual);
    await prepare(`${usual},${aKey("k2")}`);
    await prepare(usual);
  });
});
