import { permanent } from "#lib/mail/webhooks/delivery.ts";
import type { Entry } from "./entry.ts";

/** How a letter fared, in plain words. */
export type Went = {
  /** "open": not settled yet; "off": ended without being sent, and rightly so. */
  sign: "open" | "sent" | "good" | "bad" | "off";
  words: string;
  /** A sentence or two more, where that helps. */
  more?: string;
  /** When that was, or will be, epoch milliseconds. */
  at?: number;
};

type Asked = Pick<
  Entry,
  "state" | "delivery" | "deliveryAt" | "notBefore" | "sentAt" | "lastError" | "createdAt"
>;

export function howItWent(entry: Asked, now: number): Went {
  const { state, notBefore, sentAt, lastError, createdAt } = entry;
  switch (state) {
    case "planned":
      if (lastError)
        return {
          sign: "open",
          words: "On its way",
          more: "It could not be handed over yet, and is tried again by itself.",
        };
      return notBefore !== null && notBefore > now
        ? { sign: "open", words: "Planned", at: notBefore }
        : { sign: "open", words: "On its way" };
    case "sending":
      return { sign: "open", words: "On its way" };
    case "sent":
      return whatWasTold(entry) ?? { sign: "sent", words: "Sent", at: sentAt ?? createdAt };
    case "dead":
      return { sign: "bad", words: "Not sent", more: "The mail service did not take it." };
    case "unsure":
      return {
        sign: "bad",
        words: "Unsure",
        more: "The mail service never said whether it took this one. It is not sent again by itself, or it might come twice.",
      };
    case "dropped":
      return { sign: "off", words: "Not sent", more: whyDropped(lastError) };
  }
}

function whatWasTold({ delivery, deliveryAt, lastError }: Asked): Went | undefined {
  const when = deliveryAt === null ? {} : { at: deliveryAt };
  switch (delivery) {
    case null:
      return undefined;
    case "delayed":
      return {
        sign: "sent",
        words: "Delayed",
        ...when,
        more: "The mailbox does not answer. The mail service goes on trying.",
      };
    case "delivered":
      return { sign: "good", words: "Delivered", ...when };
    case "failed":
      return { sign: "bad", words: "Not delivered", ...when, more: "The mail service could not send it." };
    case "suppressed":
      return {
        sign: "bad",
        words: "Not delivered",
        ...when,
        more: "Mail to this address came back before, so the mail service no longer tries.",
      };
    case "bounced":
      return {
        sign: "bad",
        words: "Came back",
        ...when,
        more:
          lastError === permanent
            ? "There seems to be no such mailbox."
            : "The mailbox did not take it, perhaps only for now: it may be full.",
      };
    case "complained":
      return { sign: "bad", words: "Turned away", ...when, more: "It was marked as mail they do not want." };
  }
}

function whyDropped(reason: string | null): string {
  if (reason === "expired") return "It could not go out in time to be of use.";
  if (reason === "moved") return "The session had been moved or called off by then.";
  if (reason === "unwanted") return "They do not want mail of this kind.";
  return "It was no longer of use.";
}
