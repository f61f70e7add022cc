import { type SQL, sql } from "drizzle-orm";
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
  // Written out: without a join drizzle leaves a column's table away, and here it would be the inner one's.
  wasSentAgain: sql<boolean>`exists (select from messages a where a.dedupe = 'again:' || messages.id)`,
  /** A later letter tells the same person how the same booking stands now. */
  isOutdated: sql<boolean>`exists (select from messages n where n.recipient_id = messages.recipient_id
    and n.booking_id = messages.booking_id and n.lane = 'booking' and n.created_at > messages.created_at)`,
};

export type Entry = Pick<
  typeof messages.$inferSelect,
  "id" | "kind" | "state" | "delivery" | "deliveryAt" | "notBefore" | "expiresAt" | "sentAt" | "lastError"
> & { createdAt: number; isAgain: boolean; wasSentAgain: boolean; isOutdated: boolean };
