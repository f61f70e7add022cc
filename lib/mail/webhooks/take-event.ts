import { eq } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { messages, webhookEvents } from "#db/schema/index.ts";
import { deliveryOf, isFurther, reasonOf } from "./delivery.ts";
import { reconsiderAddress } from "./failing-address.ts";
import type { MailEvent } from "./read-event.ts";

const columns = {
  id: messages.id,
  recipientId: messages.recipientId,
  state: messages.state,
  firstAttemptAt: messages.firstAttemptAt,
  expiresAt: messages.expiresAt,
  delivery: messages.delivery,
  deliveryAt: messages.deliveryAt,
  lastError: messages.lastError,
};

type Found = NonNullable<Awaited<ReturnType<typeof findMessage>>>;

/** Writes down what Resend tells, and what it means for the message. Told again, it changes nothing. */
export async function takeEvent(event: MailEvent, now: number): Promise<void> {
  await asSystem("Resend tells of a mail", async (tx) => {
    const { id, type, at: happenedAt, messageId = null } = event;
    const noted = await tx
      .insert(webhookEvents)
      .values({ id, type, messageId, happenedAt, receivedAt: now })
      .onConflictDoNothing();
    if (noted.count === 0 || deliveryOf(type) === undefined) return;
    const message = await findMessage(tx, event);
    if (message) await moveOn(tx, message, event, now);
  });
}

async function findMessage(tx: Tx, { messageId, providerId }: MailEvent) {
  const find = (column: typeof messages.id | typeof messages.providerId, is: string) =>
    tx.select(columns).from(messages).where(eq(column, is)).for("update");
  const [tagged] = messageId ? await find(messages.id, messageId) : [];
  if (tagged || !providerId) return tagged;
  const [known] = await find(messages.providerId, providerId);
  return known;
}

async function moveOn(tx: Tx, message: Found, event: MailEvent, now: number): Promise<void> {
  const delivery = deliveryOf(event.type) ?? null;
  const told = delivery && { ...event, delivery };
  const isNews = told !== null && isFurther(told, message);
  const reason = told ? reasonOf(told) : undefined;
  const isTaken = mayHaveBeenTaken(message);
  const isOver = delivery === "delivered" || (isTaken && message.expiresAt !== null);
  const changes = {
    ...(isTaken && { state: "sent" as const, sentAt: event.at, providerId: event.providerId ?? null }),
    ...(isNews && { delivery, deliveryAt: event.at, ...(reason && { lastError: reason }) }),
    ...(isOver && { payload: null }),
  };
  if (Object.keys(changes).length === 0) return;
  await tx.update(messages).set(changes).where(eq(messages.id, message.id));
  if (isNews && message.recipientId)
    await reconsiderAddress(
      tx,
      { personId: message.recipientId, to: event.to, isGood: delivery === "delivered" },
      now,
    );
}

/** We have posted it, and do not know yet what came of it. Whatever Resend tells of it says that it has it. */
function mayHaveBeenTaken({ state, firstAttemptAt }: Found): boolean {
  return firstAttemptAt !== null && (state === "planned" || state === "sending" || state === "unsure");
}
