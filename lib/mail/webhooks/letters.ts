import { and, eq, isNull } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { journeyMembers, users } from "#db/schema/index.ts";
import MailBounced from "#emails/mail-bounced.tsx";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";

/** To each coach of a client, once in a while that their address fails. `since` in epoch milliseconds. */
export async function mailComesBack(
  tx: Tx,
  client: { id: string; name: string },
  since: number,
  now: number,
): Promise<void> {
  const coaches = await tx
    .selectDistinct({ id: users.id, name: users.displayName, email: users.email })
    .from(journeyMembers)
    .innerJoin(users, eq(users.id, journeyMembers.coachId))
    .where(and(eq(journeyMembers.clientId, client.id), isNull(journeyMembers.leftAt)));
  const [clientName = client.name] = client.name.split(/\s/);
  for (const coach of coaches)
    await planMessage(
      tx,
      {
        kind: "mail_bounced",
        dedupe: `mail-fails:${client.id}:${since}:${coach.id}`,
        to: coach.email,
        recipientId: coach.id,
        letter: (sheet) =>
          createElement(MailBounced, {
            name: coach.name,
            clientName,
            mailUrl: `${settings().appUrl}/coach/clients/${client.id}/mail`,
            sheet,
          }),
      },
      now,
    );
}
