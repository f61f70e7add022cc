import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { sentSummaries } from "#db/schema/index.ts";
import { firstKey } from "#lib/mail/first-key.ts";

/** Under what the letter about a summary is planned once. `againAt`: when the summary came back, epoch milliseconds. */
export const summaryKey = (sentId: string, againAt?: number) =>
  `summary_sent:${sentId}${againAt === undefined ? "" : `@${againAt}`}`;

/** Whether what a letter speaks of is still there to read. `dedupe` is that of the letter. */
export async function isStillSent(
  tx: Tx,
  { recipientId, dedupe }: { recipientId: string; dedupe: string },
): Promise<boolean> {
  const [, name = ""] = (await firstKey(tx, dedupe)).split(":");
  const [sentId = ""] = name.split("@");
  const { id, clientId, withdrawnAt } = sentSummaries;
  const [sent] = await tx
    .select({ id })
    .from(sentSummaries)
    .where(and(eq(id, sentId), eq(clientId, recipientId), isNull(withdrawnAt)));
  return sent !== undefined;
}
