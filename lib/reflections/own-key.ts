import { stepAsSystem, type Tx } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";

/** The key of what this client wrote, who wrote something. */
export async function findOwnKey(tx: Tx, client: ClientViewer): Promise<SealingKey> {
  const keys = await stepAsSystem(tx, "a client reads what they wrote", () =>
    findClientKeys(tx, [client.id]),
  );
  const key = keys.get(client.id);
  if (!key) throw new Error("What was sealed has no key");
  return key;
}
