import { and, inArray, isNotNull, lt, notInArray, sql } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { messages, webhookEvents } from "#db/schema/index.ts";

const day = 86_400_000;
/** How long the words of a letter are kept of which nobody says that it arrived. */
export const bodyLife = 14 * day;
const rowLife = 90 * day;
// No more at once than is done well within a statement's time.
const most = 2_000;

/** Lets go of what mail leaves behind, and says how much it was. What is yet to go out stays. */
export async function tidyMail(now: number): Promise<{ emptied: number; messages: number; events: number }> {
  return {
    emptied: await untilDone((tx) => emptySome(tx, now - bodyLife)),
    messages: await untilDone((tx) => deleteSome(tx, now - rowLife)),
    events: await untilDone((tx) => forgetSome(tx, now - rowLife)),
  };
}

function emptySome(tx: Tx, before: number) {
  const tried = sql`coalesce(${messages.sentAt}, ${messages.firstAttemptAt}, ${messages.createdAt})`;
  const some = tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        inArray(messages.state, ["sent", "unsure", "dead"]),
        isNotNull(messages.payload),
        lt(tried, new Date(before).toISOString()),
      ),
    )
    .limit(most);
  return tx.update(messages).set({ payload: null }).where(inArray(messages.id, some));
}

function deleteSome(tx: Tx, before: number) {
  const some = tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(notInArray(messages.state, ["planned", "sending"]), lt(messages.createdAt, new Date(before))))
    .limit(most);
  return tx.delete(messages).where(inArray(messages.id, some));
}

function forgetSome(tx: Tx, before: number) {
  const some = tx
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(lt(webhookEvents.receivedAt, before))
    .limit(most);
  return tx.delete(webhookEvents).where(inArray(webhookEvents.id, some));
}

async function untilDone(step: (tx: Tx) => PromiseLike<{ count: number }>): Promise<number> {
  let sum = 0;
  for (let done = most; done === most; sum += done)
    done = (await asSystem("mail is tidied away", async (tx) => step(tx))).count;
  return sum;
}
