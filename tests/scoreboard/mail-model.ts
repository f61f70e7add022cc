import type { Told } from "./mail-events.ts";

export type Letter = {
  id: string;
  personId: string;
  to: string;
  /** Resend's id of it, where we have been told. */
  providerId: string | undefined;
  begins: "sent" | "sending" | "planned" | "unsure";
  /** A way in, which is of no use later. */
  hasEnd: boolean;
};

export type Stands = { state: string; delivery: string | null; at: number | null; isKept: boolean };

// From the first to the last, as Resend's words are ordered here; a bounce for good counts for more than one for now.
const order = [
  "delivery_delayed",
  "delivered",
  "failed",
  "suppressed",
  "bounced for now",
  "bounced for good",
  "complained",
];

const wordOf = ({ what, bounce }: Told) =>
  what === "bounced" ? `bounced for ${bounce === "Permanent" ? "good" : "now"}` : what;

const names: Record<string, string> = {
  delivery_delayed: "delayed",
  "bounced for now": "bounced",
  "bounced for good": "bounced",
};

/** How a letter must stand once all that was told of it has come, whatever the order. */
export function standsAfter(letter: Letter, told: Told[]): Stands & { word: string | undefined } {
  const ofMail = told.filter(({ what }) => what !== "opened");
  const last = ofMail
    .filter(({ what }) => what !== "sent")
    .toSorted((a, b) => order.indexOf(wordOf(b)) - order.indexOf(wordOf(a)) || a.at - b.at)[0];
  const word = last && wordOf(last);
  const wasOpen = letter.begins !== "sent";
  const hasArrived = ofMail.some(({ what }) => what === "delivered");
  return {
    state: ofMail.length > 0 ? "sent" : letter.begins,
    delivery: word === undefined ? null : (names[word] ?? word),
    at: last?.at ?? null,
    isKept: !hasArrived && !(wasOpen && letter.hasEnd && ofMail.length > 0),
    word,
  };
}

/** Since when a person's address fails: the first that came back for good after the last that arrived. */
export function failsSince(stands: { word: string | undefined; at: number | null }[]): number | null {
  const timesOf = (...words: string[]) =>
    stands.flatMap(({ word, at }) => (word && at !== null && words.includes(word) ? [at] : []));
  const lastGood = Math.max(Number.NEGATIVE_INFINITY, ...timesOf("delivered"));
  const bad = timesOf("suppressed", "complained", "bounced for good").filter((at) => at > lastGood);
  return bad.length > 0 ? Math.min(...bad) : null;
}
