import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { clientKeys } from "#db/schema/index.ts";

/**
 * Destroys the key of all that this client ever wrote: for erasing an account, as a step of the portal's own. Nothing
 * can undo it. Whether there was one.
 */
export async function destroyClientKey(tx: Tx, clientId: string): Promise<boolean> {
  const gone = await tx
    .delete(clientKeys)
    .where(eq(clientKeys.clientId, clientId))
    .returning({ clientId: clientKeys.clientId });
  return gone.length > 0;
}
