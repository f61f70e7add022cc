import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { clients } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";

/** What a client offers to say of themselves; empty where nothing is. */
export async function findOffered(client: ClientViewer): Promise<{ pronouns: string; languages: string }> {
  return asViewer(client, async (tx) => {
    const [own] = await tx
      .select({ pronouns: clients.pronouns, languages: clients.languages })
      .from(clients)
      .where(eq(clients.id, client.id));
    return { pronouns: own?.pronouns ?? "", languages: own?.languages ?? "" };
  });
}
