import { randomUUID } from "node:crypto";
import type { MailEvent } from "#lib/mail/mailbox/lives.ts";
import { signed } from "#lib/mail/mailbox/sign-event.ts";
import { testSettings } from "#tests/support/settings.ts";

type About = {
  messageId?: string;
  to?: string;
  /** "email.delivered" without its first half. */
  what: string;
  /** Epoch milliseconds. */
  at: number;
  bounce?: "Permanent" | "Transient" | "Undetermined";
  id?: string;
  providerId?: string;
};

/** What Resend would tell of a mail of ours. */
export function anEvent({ messageId, to = "ada@example.org", what, at, bounce, ...ids }: About): MailEvent {
  return {
    id: ids.id ?? `msg_${randomUUID()}`,
    type: `email.${what}`,
    at,
    data: {
      created_at: new Date(at).toISOString(),
      email_id: ids.providerId ?? randomUUID(),
      from: "Attune <portal@attune.localhost>",
      to: [to],
      subject: "A note from your portal",
      ...(messageId && { tags: { message_id: messageId } }),
      ...(bounce && { bounce: { type: bounce, subType: "General", message: "It came back." } }),
    },
  };
}

/** The same as it would come over the wire, signed with the test portal's secret. */
export function signedRequest(
  event: MailEvent,
  { now = Date.now(), secret = testSettings.RESEND_WEBHOOK_SECRET as string } = {},
) {
  return { method: "POST", ...signed(event, secret, now) };
}
