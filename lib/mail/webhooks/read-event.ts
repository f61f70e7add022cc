import { Resend } from "resend";
import { z } from "zod";
import { isUuid } from "#lib/http/request.ts";
import { Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";

/** What Resend tells of a mail, once it is certain that Resend tells it. */
export type MailEvent = {
  /** Resend's own; the same each time it is told. */
  id: string;
  type: string;
  /** When it happened, epoch milliseconds. */
  at: number;
  /** The message that it is about, from the tag that went out with it. */
  messageId: string | undefined;
  /** Resend's id of the mail. */
  providerId: string | undefined;
  /** The addresses that it went to, in small letters. */
  to: string[];
  /** Of a bounce: "permanent", "transient", "undetermined". */
  bounce: string | undefined;
};

const name = /^[\w.-]{1,128}$/;
const [earliest, latest] = [Date.parse("2000-01-01"), Date.parse("2100-01-01")];
const told = z.object({
  type: z.string().regex(name),
  created_at: z
    .string()
    .transform((text) => Date.parse(text))
    .refine((at) => at > earliest && at < latest),
  data: z.object({
    email_id: z.string().regex(name).optional().catch(undefined),
    to: z.array(z.string()).catch([]),
    tags: z
      .union([
        z.record(z.string(), z.string()),
        z
          .array(z.object({ name: z.string(), value: z.string() }))
          .transform(
            (tags): Record<string, string> =>
              Object.fromEntries(tags.map(({ name, value }) => [name, value])),
          ),
      ])
      .catch({}),
    bounce: z
      .object({ type: z.string().regex(/^\w{1,64}$/) })
      .optional()
      .catch(undefined),
  }),
});

/**
 * Reads what came to the webhook's address. Throws 401 for what Resend did not sign in the last five minutes, 400 for
 * what it did sign and we cannot read.
 */
export function readEvent(body: Buffer, headers: Headers, webhookSecret: string): MailEvent {
  const id = headers.get("svix-id") ?? "";
  const parsed = told.safeParse(verified(body, id, headers, webhookSecret));
  if (!parsed.success || !name.test(id)) throw unreadable();
  const { type, created_at: at, data } = parsed.data;
  const { message_id: messageId = "" } = data.tags;
  return {
    id,
    type,
    at,
    messageId: isUuid(messageId) ? messageId.toLowerCase() : undefined,
    providerId: data.email_id,
    to: data.to.map((address) => address.trim().toLowerCase()),
    bounce: data.bounce?.type.toLowerCase(),
  };
}

function verified(body: Buffer, id: string, headers: Headers, webhookSecret: string): unknown {
  try {
    return new Resend(settings().mail.apiKey).webhooks.verify({
      payload: body.toString("utf8"),
      headers: {
        id,
        timestamp: headers.get("svix-timestamp") ?? "",
        signature: headers.get("svix-signature") ?? "",
      },
      webhookSecret,
    });
  } catch (error) {
    // It reads the JSON only once the signature is right.
    if (error instanceof SyntaxError) throw unreadable();
    throw new Refusal("This is not signed by Resend, or was signed too long ago.", {
      code: "bad_signature",
      status: 401,
    });
  }
}

const unreadable = () => new Refusal("This cannot be read.", { code: "unreadable", status: 400 });
