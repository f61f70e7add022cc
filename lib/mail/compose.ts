import { randomUUID } from "node:crypto";
import type { ReactElement } from "react";
import { discreetSubject, type Sheet } from "#emails/letter.tsx";
import { written } from "#emails/written.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";
import type { Habits } from "./habits.ts";
import { classOf, isSwitchable, type LetterKind } from "./letters.ts";
import { offToken } from "./off-token.ts";
import { payloadPlace } from "./payload.ts";

export type PlannedMessage = {
  kind: LetterKind;
  /** The same change never makes the same message twice: `booking:<id>:confirmed:0`. */
  dedupe: string;
  to: string;
  /** Whose mail it is, where they are known. What they can switch off goes only to whoever is known. */
  recipientId?: string | undefined;
  /** How they want their mail, where the caller has asked already. */
  habits?: Habits;
  bookingId?: string;
  /** When the booking that the letter speaks of begins: the letter is dropped where that is no longer so. */
  forStart?: number;
  /** Left out: the one that tells a bystander nothing. */
  subject?: string | undefined;
  letter: (sheet: Sheet) => ReactElement;
  attachments?: { filename: string; content: string; contentType: string }[];
  /** Epoch milliseconds before which it does not go. */
  notBefore?: number;
  /** Epoch milliseconds after which it is of no use and is not sent. */
  expiresAt?: number;
  /** Epoch milliseconds: no quiet hours hold it back until then. */
  neededBy?: number;
};

/** A mail as it will go out, byte for byte, and sealed. */
export type ComposedMessage = Omit<PlannedMessage, "to" | "subject" | "letter" | "attachments"> & {
  id: string;
  payload: Buffer;
};

/** Renders and seals a mail. It takes a millisecond or two, so whoever can does it before others wait for them. */
export async function composeMessage(message: PlannedMessage): Promise<ComposedMessage> {
  const { to, subject = discreetSubject, letter, attachments, ...rest } = message;
  const id = randomUUID();
  const { sheet, headers } = sheetFor(message);
  const { html, text } = await written(letter(sheet));
  // The body of the request to Resend, in its API's own words.
  const body = JSON.stringify({
    from: settings().mail.from,
    to: [to],
    subject,
    html,
    text,
    headers,
    tags: [{ name: "message_id", value: id }],
    attachments: attachments?.map(({ filename, content, contentType }) => ({
      filename,
      content: Buffer.from(content, "utf8").toString("base64"),
      content_type: contentType,
    })),
  });
  return { ...rest, id, payload: seal(settings().encryptionKeys, body, payloadPlace(id)) };
}

function sheetFor({ kind, recipientId }: PlannedMessage): { sheet: Sheet; headers?: Record<string, string> } {
  const { appUrl: portalUrl } = settings();
  const of = classOf(kind);
  if (of === "account" || !recipientId) return { sheet: { portalUrl } };
  const isCoach = of === "desk" || of === "overview";
  const choicesUrl = `${portalUrl}${isCoach ? "/coach/account" : "/account"}`;
  if (!isSwitchable(of)) return { sheet: { portalUrl, choicesUrl } };
  const query = new URLSearchParams({ t: offToken(recipientId, of) });
  return {
    sheet: { portalUrl, choicesUrl, offUrl: `${portalUrl}/mail/off?${query}` },
    headers: {
      "List-Unsubscribe": `<${portalUrl}/api/mail/off?${query}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
