import type postgres from "postgres";
import { readKeyFile, writeKeyFile } from "#lib/running/key-file.ts";
import type { Settings } from "#lib/running/settings.ts";
import { countSealed, sealedWords } from "./count-sealed.ts";
import { checkKeys, noteKeys } from "./known-answers.ts";
import { oneAtATime } from "./one-at-a-time.ts";

type Given = Pick<Settings, "encryptionKeys" | "keyFile">;

/** Takes an old key out of the file of keys, unless something is sealed with it. */
export async function removeKey(
  sql: postgres.Sql,
  settings: Given,
  id: string,
  tell: (line: string) => void,
): Promise<void> {
  await oneAtATime(sql, async () => {
    const { encryptionKeys: keys, keyFile } = settings;
    await checkKeys(sql, keys);
    if (!keys.some((key) => key.id === id)) throw new Error(`There is no key ${id}.`);
    if (id === keys[0].id)
      throw new Error(`${id} is the newest key, which seals. npm run keys -- rotate makes a newer one.`);
    const sealed = (await countSealed(sql)).filter(({ keyId }) => keyId === id);
    if (sealed.length > 0)
      throw new Error(
        `With ${id} are sealed: ${sealedWords(sealed)}. It stays. npm run keys -- rotate seals them with the newest key.`,
      );
    if (!keyFile) throw new Error(`${id} can go: take it out of ENCRYPTION_KEYS, and start the portal anew.`);
    const left = readKeyFile(keyFile)
      .split(",")
      .filter((entry) => !entry.startsWith(`${id}:`));
    writeKeyFile(keyFile, left);
    await noteKeys(sql, settings.encryptionKeys);
    tell(`${id} is gone from ${keyFile}. Copy that file to where you keep the secrets.`);
  });
}
