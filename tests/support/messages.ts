import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";

type Details = Partial<typeof messages.$inferInsert>;

/** A letter that is in the log, with words that can be read again; gives its id. It is sent, unless said otherwise. */
export async function aMessage(
  to: { id: string; email: string } | undefined,
  details: Details = {},
): Promise<string> {
  const id = randomUUID();
  const body = JSON.stringify({
    from: "Attune <portal@attune.localhost>",
    to: [to?.email ?? "nobody@example.org"],
    subject: "A note from your portal",
    html: "<p>Hello</p>",
    text: "Hello",
    tags: [{ name: "message_id", value: id }],
  });
  await asSystem("a test needs a letter", (tx) =>
    tx.insert(messages).values({
      id,
      kind: "booking_confirmed",
      dedupe: `test:${id}`,
      recipientId: to?.id ?? null,
      payload: seal(settings().encryptionKeys, body, payloadPlace(id)),
      state: "sent",
      firstAttemptAt: Date.now(),
      sentAt: Date.now(),
      ...details,
    }),
  );
  return id;
}

/** One of which nobody knows whether it went out. */
export const anUnsureMessage = (to: { id: string; email: string }) =>
  aMessage(to, { state: "unsure", sentAt: null });
