import { bodyLife } from "#lib/mail/tidy.ts";
import type { Entry } from "./entry.ts";

type Asked = Pick<
  Entry,
  "state" | "delivery" | "expiresAt" | "sentAt" | "createdAt" | "wasSentAgain" | "isOutdated"
>;

/**
 * Whether sending a letter once more is possible and of use: it did not arrive, as far as anybody knows, its words are
 * still kept, and nothing later says otherwise.
 */
export function maySendAgain(entry: Asked, now: number): boolean {
  const { state, delivery, expiresAt, sentAt, createdAt, wasSentAgain, isOutdated } = entry;
  const wentWrong =
    state === "unsure" || state === "dead" || ["failed", "suppressed", "bounced"].includes(delivery ?? "");
  const isKept = expiresAt === null && now - (sentAt ?? createdAt) < bodyLife;
  return wentWrong && isKept && !wasSentAgain && !isOutdated;
}
