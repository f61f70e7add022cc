import { inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";

const millis = (instant: unknown): SQL<number> => sql`(extract(epoch from ${instant}) * 1000)::float8`;

/** What is kept under for a letter that is another one once more. So there is never a third for the first. */
export const againKey = (messageId: string) => `again:${messageId}`;

/** What the mail log shows of a letter. What it says is not among it. */
export const entryColumns = {
  id: messages.id,
  kind: messages.kind,
  state: messages.state,
  delivery: messages.delivery,
  deliveryAt: messages.deliveryAt,
  notBefore: messages.notBefore,
  expiresAt: messages.expiresAt,
  sentAt: messages.sentAt,
  lastError: messages.lastError,
  createdAt: millis(messages.createdAt),
  /** It is another letter once more. */
  isAgain: sql<boolean>`starts_with(${messages.dedupe}, 'again:')`,
  /** A later letter tells the same person how the same booking stands now. */
  // Written out: without a join drizzle leaves a column's table away, and here it would be the inner one's.
  isOutdated: sql<boolean>`exists (select from messages n where n.recipient_id = messages.recipient_id
    and n.booking_id = messages.booking_id and n.lane = 'booking' and n.created_at > messages.created_at)`,
};

type Row = Pick<
  typeof messages.$inferSelect,
  "id" | "kind" | "state" | "delivery" | "deliveryAt" | "notBefore" | "expiresAt" | "sentAt" | "lastError"
> & { createdAt: number; isAgain: boolean; isOutdated: boolean };

export type Entry = Row & { wasSentAgain: boolean };

/** With which of them were sent again. Asked by its key: a key put together in the query would find no index. */
export async function withAgain<R extends { id: string }>(
  tx: Tx,
  rows: R[],
): Promise<(R & { wasSentAgain: boolean })[]> {
  if (rows.length === 0) return [];
  const keys = await tx
    .select({ key: messages.dedupe })
    .from(messages)
    .where(
      inArray(
        messages.dedupe,
        rows.map(({ id }) => againKey(id)),
      ),
    );
  const known = new Set(keys.map(({ key }) => key));
  return rows.map((row) => ({ ...row, wasSentAgain: known.has(againKey(row.id)) }));
}
