import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { preparePractice } from "#lib/running/practice.ts";
import { readSettings } from "#lib/running/settings.ts";
import { type FreshDatabase, freshDatabase } from "#tests/support/database.ts";
import { testSettings } from "#tests/support/settings.ts";

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const { encryptionKeys } = readSettings({ ...testSettings, DATABASE_URL: "postgres://db" });
const prepare = (ownerEmail?: string) =>
  preparePractice({ databaseUrl: database.url, ownerEmail, encryptionKeys });

async function addresses(): Promise<string[]> {
  const sql = postgres(database.adminUrl, { max: 1 });
  const rows = await sql<{ email: string }[]>`select email from users order by email`;
  await sql.end();
  return rows.map(({ email }) => email);
}

test("without an owner the demo comes, and a second start changes nothing", async () => {
  const accounts = await prepare();
  const people = await addresses();
  expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(["coach", "client", "couple"]));
  expect(people).toEqual(accounts.map(({ email }) => email).toSorted());
  expect(await prepare()).toEqual(accounts);
  expect(await addresses()).toEqual(people);
});

test("with an owner there is the owner and nobody else, however often it starts", async () => {
  expect(await prepare("owner@example.org")).toEqual([]);
  await prepare("owner@example.org");
  expect(await addresses()).toEqual(["owner@example.org"]);
});

test("the demo is never mixed into a practice", async () => {
  await prepare("owner@example.org");
  await expect(prepare()).rejects.toThrow(/^OWNER_EMAIL is missing/);
  expect(await addresses()).toEqual(["owner@example.org"]);
});

test("a practice does not begin among the people of the demo", async () => {
  const accounts = await prepare();
  await expect(prepare("owner@example.org")).rejects.toThrow(/demo practice.*\.data/);
  expect(await addresses()).toHaveLength(accounts.length);
});
