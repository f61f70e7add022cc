import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { mailKey } from "./mail-key.ts";
import { readBeside } from "./rows.ts";
import { theOneShown } from "./when-due.ts";

/** Whether what a mail suggests is what its reader is shown just now. `dedupe` is that of the mail. */
export async function isStillShown(
  tx: Tx,
  { recipientId, dedupe }: { recipientId: string; dedupe: string },
  now: number,
): Promise<boolean> {
  const { beside, reader } = await readBeside(tx, recipientId, now);
  const one = theOneShown(beside, reader, now);
  return one !== undefined && mailKey(one, reader.zone) === (await firstKey(tx, dedupe));
}

// One that is sent again is kept under the first one's id.
async function firstKey(tx: Tx, dedupe: string): Promise<string> {
  const [, first] = /^again:(.+)$/.exec(dedupe) ?? [];
  if (!first) return dedupe;
  const [found] = await tx.select({ dedupe: messages.dedupe }).from(messages).where(eq(messages.id, first));
  return found ? firstKey(tx, found.dedupe) : dedupe;
}
