/** A mail as the mailbox keeps it. */
export type Mail = {
  id: string;
  to: string[];
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  /** `content` is base64, as it came in; `text` is the same to read, when it is text. */
  attachments: { filename: string; contentType: string; content: string; text?: string }[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  createdAt: string;
  idempotencyKey: string | null;
};

export type NewMail = Omit<Mail, "id" | "createdAt" | "idempotencyKey">;

/** "ada@example.org" of "Ada <Ada@Example.org>". */
export function bareAddress(address: string): string {
  return (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

export function isAddress(address: string): boolean {
  return (
    address.length <= 320 && /^(?:[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(address)
  );
}
