import { createHmac } from "node:crypto";
import type { MailEvent } from "./lives.ts";

/** The body and the headers of an event as Resend posts it, signed at `now`. */
export function signed({ id, type, at, data }: MailEvent, secret: string, now: number) {
  const body = JSON.stringify({ type, created_at: new Date(at).toISOString(), data });
  const timestamp = String(Math.floor(now / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${signature}`,
    },
  };
}
