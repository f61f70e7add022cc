import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { ReactElement } from "react";
import type { Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { written } from "#emails/written.ts";
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

/** A mail as it will go out, byte for byte, and sealed. */
export type ComposedMessage = Omit<PlannedMessage, "to" | "subject" | "letter" | "attachments"> & {
  id: string;
  payload: Buffer;
};

/** Renders and seals a mail. It takes a millisecond or two, so whoever can does it before others wait for them. */
export async function composeMessage(message: PlannedMessage): Promise<ComposedMessage> {
  const { to, subject, letter, attachments, ...rest } = message;
  const id = randomUUID();
  const { html, text } = await written(letter);
  // The body of the request to Resend, in its API's own words.
  const body = JSON.stringify({
    from: settings().mail.from,
    to: [to],
    subject,
    html,
    text,
    tags: [{ name: "message_id", value: id }],
    attachments: attachments?.map(({ filename, content, contentType }) => ({
      filename,
      content: Buffer.from(content, "utf8").toString("base64"),
      content_type: contentType,
    })),
  });
  return { ...rest, id, payload: seal(settings().encryptionKeys, body, payloadPlace(id)) };
}

/**
 * Plans a mail in the transaction of the change that causes it: both happen or neither. It goes out, byte for byte as
 * it was composed, once that has committed. Returns its id, or undefined when `dedupe` was planned before.
 */
export async function planMessage(
  tx: Tx,
  message: PlannedMessage | ComposedMessage,
): Promise<string | undefined> {
  const { id, kind, dedupe, recipientId, bookingId, payload, expiresAt, lane } =
    "payload" in message ? message : await composeMessage(message);
  // No RETURNING and no conflict target: either would need the right to read messages, which viewers do not have.
  const inserted = await tx
    .insert(messages)
    .values({
      id,
      kind,
      dedupe,
      recipientId: recipientId ?? null,
      bookingId: bookingId ?? null,
      payload,
      expiresAt: expiresAt ?? null,
    })
    .onConflictDoNothing();
  if (inserted.count === 0) return undefined;
  const boss = await jobs();
  await boss.send(queues.sendMail, { messageId: id, lane }, { ...mailJob(lane), db: fromDrizzle(tx, sql) });
  return id;
}
