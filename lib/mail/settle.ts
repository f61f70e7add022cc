import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { asSystem } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { runningJobs } from "#lib/jobs/boss.ts";
import type { Outcome } from "./answers.ts";
import type { Claimed } from "./claim.ts";
import { type Lane, mailJob } from "./lanes.ts";

/**
 * Writes down how a try ended, and calls for the next one in its lane unless whoever tries keeps the message. A process
 * that has lost its claim meanwhile changes nothing. Without a job runner the sweep of another process calls.
 */
export async function settleMessage(
  claimed: Claimed,
  outcome: Outcome,
  lane: Lane | undefined,
  now: number,
): Promise<void> {
  const boss = await runningJobs();
  await asSystem("a mail was tried", async (tx) => {
    const marked = await tx
      .update(messages)
      .set(changesOf(claimed, outcome, now))
      .where(
        and(
          eq(messages.id, claimed.id),
          eq(messages.state, "sending"),
          eq(messages.attempts, claimed.attempts),
        ),
      );
    if (marked.count === 0 || outcome.state !== "again" || !lane) return;
    await boss?.send(
      queues.sendMail,
      { messageId: claimed.id, lane },
      { ...mailJob(lane), startAfter: new Date(now + outcome.inMs), db: fromDrizzle(tx, sql) },
    );
  });
}

function changesOf(claimed: Claimed, outcome: Outcome, now: number) {
  const lastError = outcome.code ?? null;
  // A way in must lie nowhere a moment longer than needed; what else was written is kept until it is known to be there.
  if (outcome.state === "sent")
    return {
      state: outcome.state,
      ...(claimed.expiresAt !== null && { payload: null }),
      sentAt: now,
      providerId: outcome.providerId ?? null,
      lastError,
    };
  // Somebody may mend what a dead letter died of and send it; one that has expired by then is of no use.
  if (outcome.state === "dead")
    return { state: outcome.state, lastError, ...(claimed.expiresAt !== null && { payload: null }) };
  const waits = { state: "planned" as const, notBefore: now + outcome.inMs, lastError };
  return outcome.wasRefused
    ? { ...waits, attempts: claimed.attempts - 1, firstAttemptAt: claimed.unknownSince }
    : waits;
}

/** Leaves a due message alone until then. The sweep calls for it again. */
export async function postponeMessage(id: string, until: number): Promise<"postponed"> {
  await asSystem("mail waits", (tx) =>
    tx
      .update(messages)
      .set({ notBefore: until })
      .where(
        and(
          eq(messages.id, id),
          eq(messages.state, "planned"),
          or(isNull(messages.notBefore), lt(messages.notBefore, until)),
        ),
      ),
  );
  return "postponed";
}
