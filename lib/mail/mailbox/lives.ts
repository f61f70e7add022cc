import { randomUUID } from "node:crypto";
import { bareAddress, type Mail } from "./mail.ts";

/** What can become of a mail. */
export const fates = [
  "delivered",
  "delayed",
  "bounced",
  "soft-bounced",
  "suppressed",
  "complained",
  "failed",
] as const;
export type Fate = (typeof fates)[number];

export type MailEvent = { id: string; type: string; at: number; data: object };

export const isFate = (word: unknown): word is Fate => fates.some((fate) => fate === word);

/** "bounced" of a mail to bounced@… or bounced+ada@…; whatever goes elsewhere is delivered. */
export function fateOf({ to: [first = ""] }: Pick<Mail, "to">): Fate {
  const [word] = bareAddress(first).split(/[+@]/);
  return isFate(word) ? word : "delivered";
}

const lives: Record<Fate, string[]> = {
  delivered: ["sent", "delivered"],
  delayed: ["sent", "delivery_delayed"],
  bounced: ["sent", "bounced"],
  "soft-bounced": ["sent", "bounced"],
  suppressed: ["suppressed"],
  complained: ["sent", "delivered", "complained"],
  failed: ["failed"],
};

const more: Partial<Record<Fate, object>> = {
  bounced: { bounce: { type: "Permanent", subType: "General", message: "There is no such mailbox." } },
  "soft-bounced": { bounce: { type: "Transient", subType: "MailboxFull", message: "The mailbox is full." } },
  suppressed: { suppressed: { type: "OnAccountSuppressionList", message: "It came back before." } },
  failed: { failed: { reason: "invalid_recipient" } },
};

/** The events that Resend would send of this mail, in the order in which they happen. */
export function lifeOf(mail: Mail, fate: Fate): MailEvent[] {
  const { id, from, to, subject, tags, createdAt } = mail;
  const data = {
    created_at: createdAt,
    email_id: id,
    message_id: `<${id}@mailbox.localhost>`,
    from,
    to,
    subject,
    tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
    ...more[fate],
  };
  return lives[fate].map((what, nth) => ({
    id: `msg_${randomUUID()}`,
    type: `email.${what}`,
    // No two of one mail at the same instant.
    at: Date.parse(createdAt) + nth + 1,
    data,
  }));
}
