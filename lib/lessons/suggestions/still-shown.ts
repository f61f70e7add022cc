import type { Tx } from "#db/client.ts";
import { firstKey } from "#lib/mail/first-key.ts";
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
