import { randomBytes } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { clientKeys } from "#db/schema/index.ts";
import { settings } from "#lib/running/settings.ts";
import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";

export const keyPlace = (clientId: string) => `client_keys|wrapped|${clientId}`;

/** The key of what this client writes, made when they write for the first time, in their transaction. */
export async function ensureClientKey(tx: Tx, clientId: string): Promise<SealingKey> {
  return stepAsSystem(tx, "a client's words are sealed", async () => {
    const known = await readWrapped(tx, clientId);
    if (known) return unwrap(clientId, known);
    const made = randomBytes(32);
    const [row] = await tx
      .insert(clientKeys)
      .values({ clientId, wrapped: seal(settings().encryptionKeys, made, keyPlace(clientId)) })
      .onConflictDoNothing()
      .returning({ clientId: clientKeys.clientId });
    if (row) return keyOf(made);
    // Another of their devices was faster; its key is the one.
    const first = await readWrapped(tx, clientId);
    if (!first) throw new Error("A client's key was neither made nor found");
    return unwrap(clientId, first);
  });
}

/** The keys of these clients. For a transaction, or a step of one, of the portal's own. */
export async function findClientKeys(tx: Tx, clientIds: string[]): Promise<Map<string, SealingKey>> {
  const rows = await tx
    .select({ id: clientKeys.clientId, wrapped: clientKeys.wrapped })
    .from(clientKeys)
    .where(inArray(clientKeys.clientId, clientIds));
  return new Map(rows.map(({ id, wrapped }) => [id, unwrap(id, wrapped)]));
}

async function readWrapped(tx: Tx, clientId: string): Promise<Buffer | undefined> {
  const [row] = await tx
    .select({ wrapped: clientKeys.wrapped })
    .from(clientKeys)
    .where(eq(clientKeys.clientId, clientId));
  return row?.wrapped;
}

const unwrap = (clientId: string, wrapped: Buffer) =>
  keyOf(unseal(settings().encryptionKeys, wrapped, keyPlace(clientId)));

const keyOf = (key: Buffer): SealingKey => ({ id: "client", key });
