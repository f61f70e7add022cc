import type postgres from "postgres";
import type { Settings } from "#lib/running/settings.ts";
import { countSealed, sealedWords } from "./count-sealed.ts";
import { checkKeys } from "./known-answers.ts";

type Given = Pick<Settings, "encryptionKeys" | "keyFile">;

/** Which key seals how much, and which may go. */
export async function tellKeys(
  sql: postgres.Sql,
  { encryptionKeys: keys, keyFile }: Given,
  tell: (line: string) => void,
): Promise<void> {
  tell(keyFile ? `The keys are in ${keyFile}` : "The keys are in ENCRYPTION_KEYS");
  const sealed = await countSealed(sql);
  for (const [nth, { id }] of keys.entries()) {
    const theirs = sealed.filter(({ keyId }) => keyId === id);
    const what = theirs.length > 0 ? sealedWords(theirs) : "nothing";
    const then = nth === 0 ? "; it seals what comes" : theirs.length > 0 ? "" : "; it can go";
    tell(`  ${id}: ${what}${then}`);
  }
  await checkKeys(sql, keys);
}
