import { stepAsSystem, type Tx } from "#db/client.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";

type KeyOf = (ownerId: string) => SealingKey;

/** The keys of what was written about these people, as one to ask. For rows that their coach was given already. */
export async function keysFor(tx: Tx, ownerIds: readonly string[]): Promise<KeyOf> {
  const ids = [...new Set(ownerIds)];
  const keys =
    ids.length === 0
      ? new Map<string, SealingKey>()
      : await stepAsSystem(tx, "a coach reads what they wrote", () => findClientKeys(tx, ids));
  return (ownerId) => {
    const key = keys.get(ownerId);
    if (!key) throw new Error("What was sealed has no key");
    return key;
  };
}
