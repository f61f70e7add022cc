import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import SummarySent from "#emails/summary-sent.tsx";
import { planMessages } from "#lib/mail/messages.ts";
import { takeBackWithin } from "#lib/notes/rules.ts";
import { settings } from "#lib/running/settings.ts";
import { summaryKey } from "./still-sent.ts";

type Sent = {
  sentId: string;
  sentAt: number;
  clientId: string;
  coachId: string;
  bookingId: string;
  /** When it came back after another had taken its place, epoch milliseconds. */
  againAt?: number;
};

/** To the client: something is there to read. It goes once it can no longer be taken back. */
export async function summarySent(tx: Tx, sent: Sent, now: number): Promise<void> {
  const { sentId, sentAt, clientId, coachId, bookingId, againAt } = sent;
  const [[client], [coach]] = await together(
    tx.select({ name: users.displayName, email: users.email }).from(users).where(eq(users.id, clientId)),
    tx.select({ name: users.displayName }).from(users).where(eq(users.id, coachId)),
  );
  if (!client || !coach) throw new Error("A summary has lost its people");
  const said = {
    name: client.name,
    with: coach.name,
    readUrl: `${settings().appUrl}/sign-in?next=${encodeURIComponent(`/sessions/${bookingId}`)}`,
  };
  await planMessages(
    tx,
    [
      {
        ...{ kind: "summary_sent", to: client.email, recipientId: clientId, bookingId },
        dedupe: summaryKey(sentId, againAt),
        notBefore: againAt ?? sentAt + takeBackWithin,
        letter: (sheet) => createElement(SummarySent, { ...said, sheet }),
      },
    ],
    now,
  );
}
