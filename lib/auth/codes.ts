import { randomInt } from "node:crypto";

// No vowels, so that no word comes up; nothing that is read as something else.
const alphabet = "BCDFGHJKMNPQRSTVWXZ23456789";
const length = 6;

/** A code to type on another device: 27^6, some 390 million, and five tries. */
export function newCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** What was typed, as a code: large letters, no spaces or hyphens. Undefined when no code of ours looks so. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}
