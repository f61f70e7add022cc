import type { Way } from "./resources.ts";

/** A way to reach somebody as a person types it: a number, perhaps with a word to send there, or a page. */
export type TypedWay = { kind: "call" | "text" | "web"; to: string; words: string };

export type WayProblem = { field: "to" | "words"; sentence: string };

const number = /^\+?[\d\s().-]{1,30}$/;
const safe = /^(tel:\+?\d{2,15}|sms:\+?\d{2,15}(\?body=[A-Za-z0-9]{1,20})?|https:\/\/[^\s"'<>\\]+)$/;

/** Whether a stored way may be a link at all: a call, a text message or a page with an encrypted address. */
export function isSafeWay(to: string): boolean {
  return safe.test(to);
}

/** The link, with its number written out, or what is wrong with it. Whatever is typed, no other link comes of it. */
export function readWay({ kind, to, words }: TypedWay): Way | WayProblem {
  const [address, said] = [to.trim(), words.trim()];
  if (kind === "web") return readPage(address, said);
  const digits = address.replace(/[^\d+]/g, "");
  if (!number.test(address) || !/^\+?\d{2,15}$/.test(digits))
    return { field: "to", sentence: "Please write the number in digits, as it is dialled." };
  const written = address.replace(/\s+/g, " ");
  if (kind === "call") return { words: `Call ${written}`, to: `tel:${digits}` };
  if (said !== "" && !/^[A-Za-z0-9]{1,20}$/.test(said))
    return { field: "words", sentence: "One word of plain letters and digits can be sent along." };
  return said === ""
    ? { words: `Text ${written}`, to: `sms:${digits}` }
    : { words: `Text ${said} to ${written}`, to: `sms:${digits}?body=${said}` };
}

export function isWay(read: Way | WayProblem): read is Way {
  return !("sentence" in read);
}

/** The same as it was typed, to be changed. */
export function typedWay({ words, to }: Way): TypedWay {
  if (to.startsWith("tel:")) return { kind: "call", to: words.replace(/^Call /, ""), words: "" };
  if (!to.startsWith("sms:")) return { kind: "web", to, words };
  const [, word = "", written = ""] = /^Text (?:(\w+) to )?(.+)$/.exec(words) ?? [];
  return { kind: "text", to: written, words: word };
}

/** The address of a page whose scheme is https, or nothing. */
export function readAddress(typed: string): string | undefined {
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "";
  return isPlain && url.hostname.includes(".") && isSafeWay(url.href) && url.href.length <= 500
    ? url.href
    : undefined;
}

function readPage(address: string, said: string): Way | WayProblem {
  const to = readAddress(address);
  if (!to)
    return { field: "to", sentence: "Please give the whole address of the page, with https:// in front." };
  return { words: said || `Open ${new URL(to).hostname.replace(/^www\./, "")}`, to };
}
