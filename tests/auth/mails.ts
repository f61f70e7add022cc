import { asc } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";

type Mail = { to: string[]; subject: string; html: string; text: string };

/** What was planned to be sent to an address, oldest first. */
export async function mailsTo(address: string) {
  const rows = await asSystem("a test reads mail", (tx) =>
    tx.select({ id: messages.id, payload: messages.payload }).from(messages).orderBy(asc(messages.createdAt)),
  );
  return rows
    .map(({ id, payload }) => {
      const plain = unseal(settings().encryptionKeys, payload ?? Buffer.of(), payloadPlace(id));
      return JSON.parse(plain.toString()) as Mail;
    })
    .filter(({ to }) => to.includes(address))
    .map((mail) => ({ ...mail, ...wayInOf(mail) }));
}

function wayInOf({ text }: Mail) {
  const link = /\S+\/sign-in\/confirm\?\S+/.exec(text)?.[0] ?? "";
  return {
    link,
    token: URL.canParse(link) ? (new URL(link).searchParams.get("t") ?? "") : "",
    code: /^[BCDFGHJKMNPQRSTVWXZ2-9]{6}$/m.exec(text)?.[0] ?? "",
  };
}
