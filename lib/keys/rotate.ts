import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { readKeyFile, writeKeyFile } from "#lib/running/key-file.ts";
import type { Settings } from "#lib/running/settings.ts";
import { countSealed, sealedWords } from "./count-sealed.ts";
import { checkKeys, keyNames, noteKeys } from "./known-answers.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { resealAll, underWay } from "./reseal.ts";

type Given = Pick<Settings, "encryptionKeys" | "keyFile">;
type Options = { patience?: number };

/**
 * Makes a new key where the keys are in a file, or says how to give one, and seals everything with the newest key. A
 * change that was broken off goes on; one that is done says so.
 */
export async function rotateKeys(
  sql: postgres.Sql,
  settings: Given,
  tell: (line: string) => void,
  { patience = underWay }: Options = {},
): Promise<void> {
  await oneAtATime(sql, async () => {
    await checkKeys(sql, settings.encryptionKeys);
    const [newest, ...older] = settings.encryptionKeys;
    const sealed = await countSealed(sql);
    const isSealedWithOlder = sealed.some(({ keyId }) => keyId !== newest.id);
    if (older.length > 0 && !isSealedWithOlder) {
      tell(`Everything is sealed with ${newest.id} already.`);
      tell(
        removable(
          older.map(({ id }) => id),
          settings,
        ),
      );
      return;
    }
    if (older.length === 0) {
      const made = await newEntry(sql, settings);
      if (!settings.keyFile) return tellHowToGive(made, newest.id, tell);
      // From this moment on every process of the portal seals with it; each looks before it seals.
      writeKeyFile(settings.keyFile, [made, ...readKeyFile(settings.keyFile).split(",")]);
      tell(`There is a new key, in ${settings.keyFile}. Copy that file to where you keep the secrets now.`);
    } else if (!settings.keyFile && !(await keyNames(sql)).includes(newest.id))
      throw new Error(
        `The portal does not know the key ${newest.id} yet. Start it anew, each of its processes, and come back.`,
      );
    const keys = settings.encryptionKeys;
    await noteKeys(sql, keys);
    tell(`Sealing everything with ${keys[0].id}. The portal can go on meanwhile.`);
    const done = await resealAll(sql, keys, patience);
    const moved = done.filter(({ count }) => count > 0);
    tell(moved.length > 0 ? `Sealed anew: ${sealedWords(moved)}.` : "There was nothing to seal anew.");
    const unopened = done
      .filter(({ unopened }) => unopened > 0)
      .map(({ of, unopened }) => ({ of, count: unopened }));
    if (unopened.length > 0)
      throw new Error(
        `Some could not be opened, and were left as they are: ${sealedWords(unopened)}. They were damaged before.`,
      );
    tell(
      removable(
        keys.slice(1).map(({ id }) => id),
        settings,
      ),
    );
  });
}

async function newEntry(sql: postgres.Sql, { encryptionKeys }: Given): Promise<string> {
  const names = [...(await keyNames(sql)), ...encryptionKeys.map(({ id }) => id)];
  const highest = Math.max(0, ...names.map((name) => Number(/^k(\d{1,6})$/.exec(name)?.[1] ?? 0)));
  return `k${highest + 1}:${randomBytes(32).toString("base64")}`;
}

function tellHowToGive(made: string, newest: string, tell: (line: string) => void): void {
  const id = made.slice(0, made.indexOf(":"));
  tell(`Here is a new key. Nothing was changed yet.

  ${made}

1. Keep it where you keep the secrets.
2. Put it into ENCRYPTION_KEYS behind the others (ENCRYPTION_KEYS=${newest}:…,${id}:…), and start the portal anew, each
   of its processes. With a single process this step can be left out.
3. Put it in front (ENCRYPTION_KEYS=${id}:…,${newest}:…), and start the portal anew.
4. npm run keys -- rotate

Keys in a file (ENCRYPTION_KEYS_FILE) are changed without starting anew.`);
}

function removable(names: string[], { keyFile }: Given): string {
  const are = names.length === 1 ? `${names[0]} seals` : `${names.join(" and ")} seal`;
  const how = keyFile
    ? `npm run keys -- remove ${names[0]}`
    : "take it out of ENCRYPTION_KEYS and start anew";
  return `${are} nothing any more and can go: ${how}. Backups from before open only with it: keep a copy for as long as you keep those, and destroy it with them.`;
}
