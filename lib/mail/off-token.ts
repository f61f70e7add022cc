import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "#lib/running/settings.ts";
import { isSwitchable, type LetterClass, mannersOf, type SwitchableClass } from "./letters.ts";

/** What ends mail of one class for one person, without a sign-in: "<person>.<class>.<signature>". It ends nothing else. */
export function offToken(userId: string, of: SwitchableClass): string {
  const what = `${userId}.${of}`;
  return `${what}.${sign(what)}`;
}

/** Whose mail of which class, or undefined for what we did not sign. */
export function readOffToken(token: string): { userId: string; of: SwitchableClass } | undefined {
  const [userId, name, signature] = token.split(".");
  if (!userId || !name || !signature) return undefined;
  const [given, ours] = [Buffer.from(signature), Buffer.from(sign(`${userId}.${name}`))];
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
  const of = name as LetterClass;
  return mannersOf(of) && isSwitchable(of) ? { userId, of } : undefined;
}

function sign(what: string): string {
  return createHmac("sha256", settings().authSecret).update(`mail off|${what}`).digest("base64url");
}
