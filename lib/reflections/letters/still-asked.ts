import type { Tx } from "#db/client.ts";
import { firstKey } from "#lib/mail/first-key.ts";
import { endOfUse } from "./due.ts";
import { mailKey, readMailKey } from "./mail-key.ts";
import { readBeside } from "./rows.ts";
import { setFor } from "./to-client.ts";

/** Whether what a letter speaks of is still asked, on the same day, and nothing was shared meanwhile. */
export async function isStillAsked(
  tx: Tx,
  { recipientId, dedupe }: { recipientId: string; dedupe: string },
  now: number,
): Promise<boolean> {
  const key = await firstKey(tx, dedupe);
  const about = readMailKey(key);
  if (!about) return false;
  const { bookingId, which } = about;
  const asked = await readBeside(tx, { bookingId, clientId: recipientId }, now);
  const one = asked.find((found) => mailKey(found, which, found.zone) === key);
  return one !== undefined && now < endOfUse(one, one.zone) && (await setFor(tx, one)) !== undefined;
}
