import { createHash, createHmac, randomBytes } from "node:crypto";
import { settings } from "#lib/running/settings.ts";

/** 256 bits that nobody can guess, fit for a link or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

const secret = /^[A-Za-z0-9_-]{43}$/;

/** Whether this has the form of a secret of ours. Anything else need not be looked up. */
export function isSecret(text: string | null | undefined): text is string {
  return typeof text === "string" && secret.test(text);
}

/** For secrets of full length: what is stored cannot be turned back into a cookie. */
export function hashSecret(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** For what could be guessed (codes, addresses): useless to whoever has the database but not AUTH_SECRET. */
export function hashGuessable(purpose: string, ...parts: string[]): Buffer {
  return createHmac("sha256", settings().authSecret)
    .update([purpose, ...parts].join("\0"))
    .digest();
}
