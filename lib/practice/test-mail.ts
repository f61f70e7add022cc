import { setTimeout as pass } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { messages, users } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { NotFound } from "#lib/refusal.ts";
import { testMail } from "./letters.ts";

const hour = 3_600;
const patience = 8_000;
const look = 250;

export type TestSent = {
  state: "accepted" | "refused" | "waiting";
  /** Epoch milliseconds. */
  at: number;
};

/** Writes to the owner the way every letter goes, and says whether the mail service took it. */
export async function sendTestMail(
  owner: OwnerViewer,
  now: number,
  waitFor: number = patience,
): Promise<TestSent> {
  await takeFromBudget({ name: "test-mail", key: owner.id, points: 6, seconds: hour });
  const id = await asViewer(owner, async (tx) => {
    const [person] = await tx
      .select({ id: users.id, name: users.displayName, email: users.email, role: users.role })
      .from(users)
      .where(eq(users.id, owner.id));
    if (person?.role !== "owner") throw new NotFound();
    return testMail(tx, person, now);
  });
  return id ? untilSent(owner, id, now + waitFor) : { state: "waiting", at: now };
}

async function untilSent(owner: OwnerViewer, id: string, until: number): Promise<TestSent> {
  for (;;) {
    const [message] = await asViewer(owner, (tx) =>
      tx.select({ state: messages.state, sentAt: messages.sentAt }).from(messages).where(eq(messages.id, id)),
    );
    if (message?.state === "sent") return { state: "accepted", at: message.sentAt ?? Date.now() };
    if (message?.state === "dead") return { state: "refused", at: Date.now() };
    if (Date.now() >= until) return { state: "waiting", at: Date.now() };
    await pass(look);
  }
}
