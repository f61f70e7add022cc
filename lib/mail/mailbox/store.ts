import { randomUUID } from "node:crypto";
import { bareAddress, type Mail, type NewMail } from "./mail.ts";

const mostMails = 2_000;
const mostCharacters = 200_000_000;
const mostKeys = 50_000;

type Count = { accepted: number; requests: number };

/**
 * What has been accepted, newest first, and how often under which key. Forgets the oldest when it grows too large.
 * `onArrival` hears of each mail once.
 */
export function mailStore(onArrival: (mail: Mail) => void = () => {}) {
  let mails: Mail[] = [];
  let characters = 0;
  const counts = new Map<string, Count>();
  const total: Count = { accepted: 0, requests: 0 };

  const countOf = (key: string | null): Count[] => {
    if (key === null) return [total];
    const count = counts.get(key) ?? { accepted: 0, requests: 0 };
    counts.delete(key);
    counts.set(key, count);
    for (const oldest of counts.keys()) {
      if (counts.size <= mostKeys) break;
      counts.delete(oldest);
    }
    return [total, count];
  };

  return {
    deliver(mail: NewMail, idempotencyKey: string | null): string {
      const delivered = { id: randomUUID(), ...mail, createdAt: new Date().toISOString(), idempotencyKey };
      mails.unshift(delivered);
      characters += sizeOf(delivered);
      while (mails.length > mostMails || (characters > mostCharacters && mails.length > 1)) {
        const oldest = mails.pop();
        if (oldest) characters -= sizeOf(oldest);
      }
      for (const count of countOf(idempotencyKey)) count.accepted += 1;
      onArrival(delivered);
      return delivered.id;
    },

    countRequest(key: string | null): void {
      for (const count of countOf(key)) count.requests += 1;
    },

    list(to?: string | null): Mail[] {
      if (!to) return mails;
      const wanted = bareAddress(to);
      return mails.filter((mail) => mail.to.some((address) => bareAddress(address) === wanted));
    },

    find: (id: string) => mails.find((mail) => mail.id === id),

    clear(): void {
      mails = [];
      characters = 0;
    },

    ledger: () => ({ ...total, keys: Object.fromEntries(counts) }),
  };
}

export type MailStore = ReturnType<typeof mailStore>;

function sizeOf(mail: Mail): number {
  return (
    mail.html.length +
    mail.text.length +
    mail.attachments.reduce((sum, { content }) => sum + 2 * content.length, 1_000)
  );
}
