import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { ReactElement } from "react";
import type { Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import { discreetSubject, type Sheet } from "#emails/letter.tsx";
import { written } from "#emails/written.ts";
import { jobs } from "#lib/jobs/boss.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";
import { type Habits, habitsOf } from "./habits.ts";
import { mailJob } from "./lanes.ts";
import { classOf, isSwitchable, type LetterKind, laneOf } from "./letters.ts";
import { offToken } from "./off-token.ts";
import { payloadPlace } from "./payload.ts";
import { whenToSend } from "./when-to-send.ts";

export type PlannedMessage = {
  kind: LetterKind;
  /** The same change never makes the same message twice: `booking:<id>:confirmed:0`. */
  dedupe: string;
  to: string;
  /** Whose mail it is, where they are known. What they can switch off goes only to whoever is known. */
  recipientId?: string | undefined;
  /** How they want their mail, where the caller has asked already. */
  habits?: Habits;
  bookingId?: string;
  /** When the booking that the letter speaks of begins: the letter is dropped where that is no longer so. */
  forStart?: number;
  /** Left out: the one that tells a bystander nothing. */
  subject?: string | undefined;
  letter: (sheet: Sheet) => ReactElement;
  attachments?: { filename: string; content: string; contentType: string }[];
  /** Epoch milliseconds after which it is of no use and is not sent. */
  expiresAt?: number;
  /** Epoch milliseconds: no quiet hours hold it back until then. */
  neededBy?: number;
};

/** A mail as it will go out, byte for byte, and sealed. */
export type ComposedMessage = Omit<PlannedMessage, "to" | "subject" | "letter" | "attachments"> & {
  id: string;
  payload: Buffer;
};

/** Renders and seals a mail. It takes a millisecond or two, so whoever can does it before others wait for them. */
export async function composeMessage(message: PlannedMessage): Promise<ComposedMessage> {
  const { to, subject = discreetSubject, letter, attachments, ...rest } = message;
  const id = randomUUID();
  const { sheet, headers } = sheetFor(message);
  const { html, text } = await written(letter(sheet));
  // The body of the request to Resend, in its API's own words.
  const body = JSON.stringify({
    from: settings().mail.from,
    to: [to],
    subject,
    html,
    text,
    headers,
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
 * it was composed, once that has committed, or later where the reader's quiet hours want it so. Returns its id, or
 * undefined when `dedupe` was planned before or they do not want such mail. `now` in epoch milliseconds.
 */
export async function planMessage(
  tx: Tx,
  message: PlannedMessage | ComposedMessage,
  now: number,
): Promise<string | undefined> {
  const [ready] = await makeReady(tx, [message], now);
  return ready && (await keep(tx, [ready])) === 1 ? ready.id : undefined;
}

/** The same for several at once, in as many statements as for one. Gives how many of them are new. */
export async function planMessages(
  tx: Tx,
  all: (PlannedMessage | ComposedMessage)[],
  now: number,
): Promise<number> {
  const ready = await makeReady(tx, all, now);
  return ready.length === 0 ? 0 : keep(tx, ready);
}

type Ready = ComposedMessage & { waitsUntil: number | null };

/** Those that are wanted, written. */
async function makeReady(tx: Tx, all: (PlannedMessage | ComposedMessage)[], now: number): Promise<Ready[]> {
  const times = await together(...all.map((message) => whenWanted(tx, message, now)));
  const ready: Ready[] = [];
  for (const [index, message] of all.entries()) {
    const at = times[index];
    if (at === undefined) continue;
    const composed = "payload" in message ? message : await composeMessage(message);
    ready.push({ ...composed, waitsUntil: at > now ? at : null });
  }
  return ready;
}

async function keep(tx: Tx, ready: Ready[]): Promise<number> {
  const boss = await jobs();
  // No RETURNING and no conflict target: either would need the right to read all of messages, which viewers do not have.
  const inserting = tx
    .insert(messages)
    .values(
      ready.map(({ id, kind, dedupe, recipientId, bookingId, forStart, payload, expiresAt, waitsUntil }) => ({
        id,
        kind,
        dedupe,
        recipientId: recipientId ?? null,
        bookingId: bookingId ?? null,
        lane: laneOf(kind),
        forStart: forStart ?? null,
        payload,
        notBefore: waitsUntil,
        expiresAt: expiresAt ?? null,
      })),
    )
    .onConflictDoNothing();
  // Sent along, not after it. A call for a message that was planned before comes to nothing: its id is not there.
  const calling = boss.insert(
    queues.sendMail,
    ready.map(({ id, kind, waitsUntil }) => ({
      data: { messageId: id, lane: laneOf(kind) },
      ...mailJob(laneOf(kind)),
      ...(waitsUntil !== null && { startAfter: new Date(waitsUntil) }),
    })),
    { db: fromDrizzle(tx, sql) },
  );
  const [inserted] = await together(inserting, calling);
  return inserted.count;
}

async function whenWanted(
  tx: Tx,
  {
    kind,
    recipientId,
    habits,
    neededBy,
  }: Pick<PlannedMessage, "kind" | "recipientId" | "habits" | "neededBy">,
  now: number,
): Promise<number | undefined> {
  const of = classOf(kind);
  if (!isSwitchable(of)) return now;
  const theirs = habits ?? (recipientId && (await habitsOf(tx, recipientId, now)));
  if (!theirs) throw new Error("Mail that can be switched off goes to nobody known");
  return whenToSend(of, theirs, now, neededBy);
}

function sheetFor({ kind, recipientId }: PlannedMessage): { sheet: Sheet; headers?: Record<string, string> } {
  const { appUrl: portalUrl } = settings();
  const of = classOf(kind);
  if (of === "account" || !recipientId) return { sheet: { portalUrl } };
  const isCoach = of === "desk" || of === "overview";
  const choicesUrl = `${portalUrl}${isCoach ? "/coach/account" : "/account"}`;
  if (!isSwitchable(of)) return { sheet: { portalUrl, choicesUrl } };
  const query = new URLSearchParams({ t: offToken(recipientId, of) });
  return {
    sheet: { portalUrl, choicesUrl, offUrl: `${portalUrl}/mail/off?${query}` },
    headers: {
      "List-Unsubscribe": `<${portalUrl}/api/mail/off?${query}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
