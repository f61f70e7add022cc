import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { type Fate, fateOf } from "./second-look.ts";

export type Claimed = {
  id: string;
  kind: string;
  payload: Buffer;
  /** With this claim counted in. Nobody else holds the message as long as it is unchanged. */
  attempts: number;
  /** Since when a try may have been taken, before this one. */
  unknownSince: number | null;
  expiresAt: number | null;
};

type Ended = { ended: "dropped" | "unsure"; kind: string };

/** Longer than a post and the marking after it may take. After that the message counts as left behind by a dead process. */
const lease = 20_000;

// Resend remembers a key for 24 hours. After that the same mail would be a second one.
const keyLife = 23 * 60 * 60 * 1_000;

/** Takes a message that is due, for one process at a time; or ends it, when it must not go out any more. */
export function claimMessage(id: string, now: number): Promise<Claimed | Ended | undefined> {
  return asSystem("a mail is sent", async (tx) => {
    const [found] = await tx
      .select({
        kind: messages.kind,
        dedupe: messages.dedupe,
        payload: messages.payload,
        attempts: messages.attempts,
        unknownSince: messages.firstAttemptAt,
        expiresAt: messages.expiresAt,
        recipientId: messages.recipientId,
        bookingId: messages.bookingId,
        forStart: messages.forStart,
      })
      .from(messages)
      .where(
        and(
          eq(messages.id, id),
          inArray(messages.state, ["planned", "sending"]),
          or(isNull(messages.notBefore), lte(messages.notBefore, now)),
        ),
      )
      .for("update", { skipLocked: true });
    if (!found?.payload) return undefined;
    const { kind, payload, unknownSince, expiresAt } = found;

    if (expiresAt !== null && expiresAt <= now) return drop(tx, { id, kind }, "expired");
    if (unknownSince !== null && now - unknownSince >= keyLife) {
      await tx.update(messages).set({ state: "unsure" }).where(eq(messages.id, id));
      return { ended: "unsure", kind };
    }
    // What may have been taken already is asked for again as it is, whatever has changed since.
    const fate: Fate = unknownSince === null ? await fateOf(tx, found, now) : "goes";
    if (typeof fate === "object") {
      await tx.update(messages).set({ notBefore: fate.waitsUntil }).where(eq(messages.id, id));
      return undefined;
    }
    if (fate !== "goes") return drop(tx, { id, kind }, fate);
    const attempts = found.attempts + 1;
    await tx
      .update(messages)
      .set({ state: "sending", attempts, firstAttemptAt: unknownSince ?? now, notBefore: now + lease })
      .where(eq(messages.id, id));
    return { id, kind, payload, attempts, unknownSince, expiresAt };
  });
}

async function drop(tx: Tx, { id, kind }: { id: string; kind: string }, why: string): Promise<Ended> {
  await tx
    .update(messages)
    .set({ state: "dropped", payload: null, lastError: why })
    .where(eq(messages.id, id));
  return { ended: "dropped", kind };
}
