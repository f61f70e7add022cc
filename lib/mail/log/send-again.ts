import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { messages, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { isLetterKind } from "#lib/mail/letters.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import { againKey } from "./entry.ts";
import { findEntry } from "./queries.ts";
import { maySendAgain } from "./rules.ts";

/**
 * Sends a letter that did not arrive once more, with the same words, to the address that the person has now. It is a
 * message of its own; the first one stays in the log as it is. Throws NotFound for what is not this coach's to see.
 */
export async function sendAgain(coach: CoachViewer, messageId: string, now: number): Promise<void> {
  const entry = await findEntry(coach, messageId);
  if (!entry) throw new NotFound();
  if (entry.wasSentAgain) throw already();
  if (!maySendAgain(entry, now) || !isLetterKind(entry.kind)) throw ofNoUse();
  const { kind } = entry;
  await takeFromBudget({ name: "send-again", key: coach.id, points: 60, seconds: 3_600 });
  // What a letter says is closed to every viewer, so the portal itself opens it.
  await asSystem("a coach sends a letter again", async (tx) => {
    const [old] = await tx
      .select({
        payload: messages.payload,
        recipientId: messages.recipientId,
        bookingId: messages.bookingId,
        forStart: messages.forStart,
        email: users.email,
      })
      .from(messages)
      .leftJoin(users, eq(users.id, messages.recipientId))
      .where(eq(messages.id, messageId))
      .for("update", { of: messages });
    // It may have arrived, or been tidied away, a moment ago.
    if (!old?.payload) throw ofNoUse();
    const { recipientId, bookingId, forStart } = old;
    const id = randomUUID();
    const again = await planMessage(
      tx,
      {
        id,
        kind,
        dedupe: againKey(messageId),
        payload: resealed(old.payload, { from: messageId, as: id, to: old.email }),
        ...(recipientId && { recipientId }),
        ...(bookingId && { bookingId }),
        ...(forStart !== null && { forStart }),
      },
      now,
    );
    if (!again) throw already();
    await note(tx, coach, "message.sent_again", { type: "message", id: messageId }, { again });
  });
}

type Body = { to: string[]; tags: { name: string; value: string }[] };

function resealed(
  payload: Buffer,
  { from, as: id, to }: { from: string; as: string; to: string | null },
): Buffer {
  const keys = settings().encryptionKeys;
  const body = JSON.parse(unseal(keys, payload, payloadPlace(from)).toString("utf8")) as Body;
  const renewed = {
    ...body,
    ...(to !== null && { to: [to] }),
    tags: [{ name: "message_id", value: id }],
  };
  return seal(keys, JSON.stringify(renewed), payloadPlace(id));
}

const already = () =>
  new Refusal("This letter is on its way again already, or they do not want mail of this kind any more.", {
    code: "sent_again",
  });

const ofNoUse = () =>
  new Refusal("This letter cannot be sent again: it has arrived, is out of date, or is no longer kept.", {
    code: "not_kept",
  });
