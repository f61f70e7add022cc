import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { onDatabase } from "#db/one-connection.ts";
import { clientKeys, reflectionShares, reflections } from "#db/schema/index.ts";
import { removeKey } from "#lib/keys/remove.ts";
import { rotateKeys } from "#lib/keys/rotate.ts";
import { keyPlace } from "#lib/reflections/client-key.ts";
import { destroyClientKey } from "#lib/reflections/destroy-key.ts";
import { findWriting } from "#lib/reflections/in-lessons/queries.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";
import { settings } from "#lib/running/settings.ts";
import { CannotUnseal, unseal } from "#lib/sealed/seal.ts";
import { aKey } from "#tests/keys/sealed-things.ts";
import { aJourney, aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { written } from "#tests/support/writing.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-11-01T10:00:00Z");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-keys-"));
  const file = join(folder, "keys");
  await writeFile(file, aKey("k1"));
  Object.assign(process.env, { ENCRYPTION_KEYS: "", ENCRYPTION_KEYS_FILE: file });
});
afterAll(() => rm(folder, { recursive: true }));

type Dump = Awaited<ReturnType<typeof dump>>;

const dump = () =>
  asSystem("a test makes a backup", async (tx) => ({
    keys: await tx.select().from(clientKeys),
    reflections: await tx.select().from(reflections),
    shares: await tx.select().from(reflectionShares),
  }));

/** How much of this client's words opens with all keys that there are. */
function readableIn(
  { keys, reflections, shares }: Pick<Dump, "keys" | "reflections" | "shares">,
  clientId: string,
): number {
  const sealed = [
    ...reflections.map((row) => ({ ...row, table: "reflections" })),
    ...shares.map((row) => ({ ...row, table: "reflection_shares" })),
  ].filter(({ authorId }) => authorId === clientId);
  const wrapped = keys.find((row) => row.clientId === clientId)?.wrapped;
  if (!wrapped) return 0;
  return sealed.filter(({ table, id, answers }) => {
    try {
      const key = { id: "client", key: unseal(settings().encryptionKeys, wrapped, keyPlace(clientId)) };
      return unseal([key], answers, `${table}|answers|${id}|${clientId}`).length > 0;
    } catch (error) {
      if (error instanceof CannotUnseal) return false;
      throw error;
    }
  }).length;
}

test("without their key nothing that somebody wrote opens; in a backup only until the practice's key is changed", async () => {
  const [ada, ben, coach, lesson] = [await aClient(), await aClient(), await aCoach(), await aLesson()];
  for (const client of [ada, ben]) {
    await aJourney(coach, "individual", client);
    const words = written(client, lesson, "scared", { words: "When it is quiet." });
    await saveWriting(client, words, now);
    await shareWriting(client, { ...words, revision: 1, reader: coach.id }, now);
  }
  const backup = await dump();
  expect([readableIn(backup, ada.id), readableIn(backup, ben.id)]).toEqual([2, 2]);

  const destroy = () => asSystem("an account is erased", (tx) => destroyClientKey(tx, ada.id));
  expect(await destroy()).toBe(true);
  expect(await destroy()).toBe(false);
  const live = await dump();
  expect([readableIn(live, ada.id), readableIn(live, ben.id)]).toEqual([0, 2]);
  await expect(findWriting(ada, { id: lesson.id, versionId: lesson.versionId }, now)).rejects.toThrow();
  // Rows of an old backup do not help those who have no key of hers from there.
  expect(readableIn({ ...backup, keys: live.keys }, ada.id)).toBe(0);
  // The backup itself has that too, and opens for as long as the practice keeps the key of its time.
  expect(readableIn(backup, ada.id)).toBe(2);

  const tell = () => {};
  await onDatabase(database.url, async (sql) => {
    await rotateKeys(sql, settings(), tell, { patience: 0 });
    await removeKey(sql, settings(), "k1", tell);
  });
  expect(readableIn(backup, ada.id)).toBe(0);
  expect(readableIn(await dump(), ben.id)).toBe(2);
});
