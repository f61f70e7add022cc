import { wallTimeAt } from "#lib/time/wall-clock.ts";
import type { Asked, Which } from "./due.ts";

type Mailed = Pick<Asked, "kind" | "day" | "during"> & { bookingId: string; clientId: string };

/**
 * Under what a letter is planned once. The session's day is in it, not its hour: where it moves to another hour of its
 * day, the letter that has come says the same.
 */
export function mailKey(
  { bookingId, clientId, kind, day, during }: Mailed,
  which: Which,
  zone: string,
): string {
  return ["asked", which, bookingId, kind, day ?? "", clientId, wallTimeAt(during.start, zone).date].join(
    ":",
  );
}

/** What such a letter is about. Undefined: it is none. */
export function readMailKey(key: string): { which: Which; bookingId: string } | undefined {
  const [name, which, bookingId] = key.split(":");
  if (name !== "asked" || !bookingId || (which !== "open" && which !== "reminder")) return undefined;
  return { which, bookingId };
}
