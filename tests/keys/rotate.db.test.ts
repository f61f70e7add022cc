import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { onDatabase } from "#db/one-connection.ts";
import { openAnswer } from "#lib/bookings/sealed-words.ts";
import { countSealed } from "#lib/keys/count-sealed.ts";
import { checkKeys, noteKeys, WrongKeys } from "#lib/keys/known-answers.ts";
import { removeKey } from "#lib/keys/remove.ts";
import { rotateKeys } from "#lib/keys/rotate.ts";
import { sealedColumns } from "#lib/keys/sealed-columns.ts";
import { tellKeys } from "#lib/keys/tell.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { readSettings, settings } from "#lib/running/settings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { testSettings } from "#tests/support/settings.ts";
import { aKey, somethingOfEachKind } from "./sealed-things.ts";

const database = onFreshDatabase();
let folder: string;
let file: string;
let said: string[] = [];
const tell = (line: string) => said.push(line);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-keys-"));
  file = join(folder, "keys");
  await writeFile(file, `${aKey("k1")}\n`);
  Object.assign(process.env, { ENCRYPTION_KEYS: "", ENCRYPTION_KEYS_FILE: file });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  said = [];
});

const onKeys = <T>(work: (sql: Parameters<typeof rotateKeys>[0]) => Promise<T>) =>
  onDatabase(database.url, work);
const rotate = (given: Parameters<typeof rotateKeys>[1] = settings()) =>
  onKeys((sql) => rotateKeys(sql, given, tell, { patience: 0 }));
const remove = (id: string) => onKeys((sql) => removeKey(sql, settings(), id, tell));
const keysUsed = async () => new Set((await onKeys(countSealed)).map(({ keyId }) => keyId));
const names = () => settings().encryptionKeys.map(({ id }) => id);

test("every column of bytes is one that the practice's keys seal, or is known to be something else", async () => {
  const others = [
    ...[
      "auth_sessions.token_hash",
      "auth_tokens.token_hash",
      "auth_tokens.code_hash",
      "auth_tokens.browser_hash",
    ],
    ...["bookings.idempotency_hash", "calendar_feeds.token_hash"],
    // With a client's own key, or a coach's.
    ...["reflections.answers", "reflection_shares.answers", "flags.question", "flags.settled_with"],
    ...["flags.consulted", "screenings.answers", "screening_moves.reason"],
    ...["consents.signature", "safety_plans.plan"],
    ...["private_notes.words", "written_revisions.words", "note_templates.fields"],
    ...["shared_summaries.words", "sent_summaries.words"],
    // Says of each key that it is the one.
    "sealing_keys.answer",
  ];
  const rows = await onKeys(
    (sql) => sql<{ place: string }[]>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea'`,
  );
  const listed = [...others, ...sealedColumns.map(({ table, column }) => `${table}.${column}`)];
  expect(rows.map(({ place }) => place).sort()).toEqual(listed.sort());
});

describe("changing to a new key", () => {
  test("seals all of it with the new one, while the portal learns of it by itself, and the old one can go", async () => {
    const { client, booking } = await somethingOfEachKind();
    expect(names()).toEqual(["k1"]);
    const before = await findKey(client.id);
    await rotate();
    expect(names()).toEqual(["k2", "k1"]);
    expect(await keysUsed()).toEqual(new Set(["k2"]));
    expect(said.join("\n")).toContain(
      "1 client's key, 1 letter, 1 answer to a request, 1 coach's reason, 1 address",
    );
    expect(said.at(-1)).toContain("npm run keys -- remove k1");
    expect(await findKey(client.id)).toEqual(before);

    await remove("k1");
    expect(names()).toEqual(["k2"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await findKey(client.id)).toEqual(before);
    expect(await answerOf(booking)).toBe("I am away then.");
    await onKeys((sql) => checkKeys(sql, settings().encryptionKeys));
  });

  test("does nothing more when it is done, however often it is asked for", async () => {
    await somethingOfEachKind();
    await rotate();
    const [keys, records] = [await readFile(file, "utf8"), await everyRecord()];
    await rotate();
    await rotate();
    expect(await readFile(file, "utf8")).toBe(keys);
    expect(await everyRecord()).toEqual(records);
    expect(said.at(-1)).toContain("remove k2");
    await remove("k2");
  });

  test("goes on where it was broken off", async () => {
    await somethingOfEachKind();
    await somethingOfEachKind();
    const ended = new Error("killed");
    let updates = 0;
    await expect(
      onKeys((sql) => {
        const breaking = new Proxy(sql, {
          apply(target, _, call: [TemplateStringsArray]) {
            if (call[0].raw?.[0] === "update " && ++updates > 3) throw ended;
            return Reflect.apply(target, undefined, call);
          },
        });
        return rotateKeys(breaking, settings(), tell, { patience: 0 });
      }),
    ).rejects.toThrow("killed");
    const [newest = "", older = ""] = names();
    expect(await keysUsed()).toEqual(new Set([newest, older]));
    await expect(remove(older)).rejects.toThrow(/are sealed.*It stays/s);
    await rotate();
    expect(names()).toEqual([newest, older]);
    expect(await keysUsed()).toEqual(new Set([newest]));
    await remove(older);
  });

  test("is one at a time", async () => {
    await onKeys(async (sql) => {
      await sql`select pg_advisory_lock(4117231)`;
      await expect(rotate()).rejects.toThrow(/being changed just now/);
    });
  });

  test("leaves alone and names what was damaged before", async () => {
    const { booking } = await somethingOfEachKind();
    await onKeys(
      (
        sql,
      ) => sql`update bookings set answer_sealed = set_byte(answer_sealed, 20, get_byte(answer_sealed, 20) # 1)
      where id = ${booking}`,
    );
    await expect(rotate()).rejects.toThrow(/could not be opened.*1 answer to a request/s);
    const [, older = ""] = names();
    await expect(remove(older)).rejects.toThrow(/1 answer to a request/);
    await onKeys((sql) => sql`update bookings set answer_sealed = null where id = ${booking}`);
    await remove(older);
  });
});

describe("keys that are given in the environment", () => {
  const given = (keys: string) =>
    readSettings({
      ...testSettings,
      DATABASE_URL: "postgres://db",
      ENCRYPTION_KEYS: keys,
      ENCRYPTION_KEYS_FILE: "",
    });

  test("are changed by whoever gives them; the portal says how, and waits until it knows the new one", async () => {
    await somethingOfEachKind();
    const old = (await readFile(file, "utf8")).trim();
    const [oldName = ""] = old.split(":");
    await rotate(given(old));
    const made = /^ {2}(k\d+:\S+)$/m.exec(said[0] ?? "")?.[1] ?? "";
    const both = given(`${made},${old}`);
    await expect(rotate(both)).rejects.toThrow(/does not know the key/);
    expect(await keysUsed()).toEqual(new Set([oldName]));
    // As a start of the portal does.
    await onKeys((sql) => noteKeys(sql, both.encryptionKeys));
    await rotate(both);
    expect(await keysUsed()).toEqual(new Set([both.encryptionKeys[0].id]));
    await onKeys((sql) => tellKeys(sql, both, tell));
    expect(said.at(-1)).toBe(`  ${oldName}: nothing; it can go`);
    await expect(onKeys((sql) => checkKeys(sql, given(old).encryptionKeys))).rejects.toThrow(WrongKeys);
    await onKeys((sql) => checkKeys(sql, given(made).encryptionKeys));
  });
});

async function findKey(clientId: string) {
  return asSystem("a test looks", async (tx) => (await findClientKeys(tx, [clientId])).get(clientId));
}

async function answerOf(booking: string): Promise<string> {
  const [row] = await onKeys(
    (sql) => sql<{ sealed: Buffer }[]>`select answer_sealed as sealed from bookings where id = ${booking}`,
  );
  return openAnswer(booking, row?.sealed ?? Buffer.alloc(0));
}

async function everyRecord(): Promise<string[]> {
  const all = [];
  for (const { table, column } of sealedColumns)
    all.push(
      ...(await onKeys(
        (sql) => sql<{ text: string }[]>`select ${sql(column)}::text as text from ${sql(table)} order by 1`,
      )),
    );
  return all.map(({ text }) => text);
}
