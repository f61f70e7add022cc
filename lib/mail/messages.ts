import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { ReactElement } from "react";
import { render } from "react-email";
import type { Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { plainText } from "#emails/plain-text.ts";
import { jobs } from "#lib/jobs/boss.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";
import { type Lane, mailJob } from "./lanes.ts";
import { payloadPlace } from "./payload.ts";

export type PlannedMessage = {
  /** What the letter is, for the log and the queue: "booking-confirmed". */
  kind: string;
  /** The same change never makes the same message twice: `booking:<id>:confirmed:0`. */
  dedupe: string;
  to: string;
  recipientId?: string;
  bookingId?: string;
  subject: string;
  letter: ReactElement;
  attachments?: { filename: string; content: string; contentType: string }[];
  /** Epoch milliseconds after which it is of no use and is not sent. */
  expiresAt?: number;
  lane: Lane;
};

/**
 * Plans a mail in the transaction of the change that causes it: both happen or neither. It is rendered now and goes
 * out, byte for byte, once that has committed. Returns its id, or undefined when `dedupe` was planned before.
 */
export async function planMessage(tx: Tx, message: PlannedMessage): Promise<string | undefined> {
  const id = randomUUID();
  const payload = seal(settings().encryptionKeys, await compose(id, message), payloadPlace(id));
  // No RETURNING and no conflict target: either would need the right to read messages, which viewers do not have.
  const inserted = await tx
    .insert(messages)
    .values({
      id,
      kind: message.kind,
      dedupe: message.dedupe,
      recipientId: message.recipientId ?? null,
      bookingId: message.bookingId ?? null,
      payload,
      expiresAt: message.expiresAt ?? null,
    })
    .onConflictDoNothing();
  if (inserted.count === 0) return undefined;
  const boss = await jobs();
  await boss.send(
    queues.sendMail,
    { messageId: id, lane: message.lane },
    { ...mailJob(message.lane), db: fromDrizzle(tx, sql) },
  );
  return id;
}

/** The body of the request to Resend, in its API's own words. */
async function compose(id: string, { to, subject, letter, attachments }: PlannedMessage): Promise<string> {
  const html = await render(letter);
  return JSON.stringify({
    from: settings().mail.from,
    to: [to],
    subject,
    html,
    text: plainText(html),
    tags: [{ name: "message_id", value: id }],
    attachments: attachments?.map(({ filename, content, contentType }) => ({
      filename,
      content: Buffer.from(content, "utf8").toString("base64"),
      content_type: contentType,
    })),
  });
}
