import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";

/** What a letter was first planned under. One that is sent again is kept under the first one's id. */
export async function firstKey(tx: Tx, dedupe: string): Promise<string> {
  const [, first] = /^again:(.+)$/.exec(dedupe) ?? [];
  if (!first) return dedupe;
  const [found] = await tx.select({ dedupe: messages.dedupe }).from(messages).where(eq(messages.id, first));
  return found ? firstKey(tx, found.dedupe) : dedupe;
}
