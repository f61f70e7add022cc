import { createHash } from "node:crypto";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import type { MailRoom } from "#tests/support/mail-room.ts";

export const hashOf = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("base64");

/** A hash of what was planned to be sent, as it lies in the table. */
export async function plannedBytes({ look }: MailRoom, id: string): Promise<string> {
  const [row] = await look<{ payload: Buffer }[]>`select payload from messages where id = ${id}`;
  if (!row) throw new Error("It was not planned");
  return hashOf(unseal(settings().encryptionKeys, row.payload, payloadPlace(id)));
}

/** What a sender would do that renders anew for each try. */
export async function rewritePlanned({ look }: MailRoom): Promise<void> {
  const rows = await look<{ id: string; payload: Buffer }[]>`
    select id, payload from messages where state = 'planned' and payload is not null`;
  for (const { id, payload } of rows) {
    const body = unseal(settings().encryptionKeys, payload, payloadPlace(id)).toString("utf8");
    const anew = seal(settings().encryptionKeys, body.replace("Attune", "Other"), payloadPlace(id));
    await look`update messages set payload = ${anew} where id = ${id}`;
  }
}
