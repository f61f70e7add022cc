import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";

type Body = { subject: string; text: string; html: string; headers?: Record<string, string> };

/** The letters to this person, in the order in which they were planned, as they go out. */
export async function openedLettersTo({ id }: { id: string }) {
  const rows = await asSystem("a test looks", (tx) =>
    tx.select().from(messages).where(eq(messages.recipientId, id)).orderBy(messages.createdAt),
  );
  return rows.map(({ payload, ...row }) => {
    if (!payload) throw new Error("There is nothing left of this letter");
    const body = unseal(settings().encryptionKeys, payload, payloadPlace(row.id)).toString("utf8");
    return { ...row, ...(JSON.parse(body) as Body) };
  });
}
