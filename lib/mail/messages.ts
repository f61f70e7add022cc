import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import { jobs } from "#lib/jobs/boss.ts";
import { type ComposedMessage, composeMessage, type PlannedMessage } from "./compose.ts";
import { habitsOf } from "./habits.ts";
import { mailJob } from "./lanes.ts";
import { classOf, isSwitchable, laneOf } from "./letters.ts";
import { whenToSend } from "./when-to-send.ts";

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
    notBefore,
  }: Pick<PlannedMessage, "kind" | "recipientId" | "habits" | "neededBy" | "notBefore">,
  now: number,
): Promise<number | undefined> {
  const of = classOf(kind);
  const soonest = Math.max(now, notBefore ?? now);
  if (!isSwitchable(of)) return soonest;
  const theirs = habits ?? (recipientId && (await habitsOf(tx, recipientId, now)));
  if (!theirs) throw new Error("Mail that can be switched off goes to nobody known");
  return whenToSend(of, theirs, soonest, neededBy);
}
