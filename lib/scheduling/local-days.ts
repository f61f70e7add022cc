import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

const day = 86_400_000;

/**
 * Tells the local date of instants in [from, until), epoch ms, as days since 1970-01-01. Made once for many instants:
 * each costs a few additions, where Intl costs microseconds.
 */
export function localDays(timeZone: string, from: number, until: number): (instant: number) => number {
  const spans = offsetSpans(timeZone, from, Math.max(until, from + 1));
  let near = 0;
  return (instant) => {
    while (near > 0 && instant < (spans[near]?.from ?? 0)) near--;
    while (near < spans.length - 1 && instant >= (spans[near]?.until ?? 0)) near++;
    return Math.floor((instant + (spans[near]?.offset ?? 0)) / day);
  };
}

/** "2026-12-01" for a number of days since 1970-01-01. */
export function dateOfDay(days: number): string {
  return new Date(days * day).toISOString().slice(0, 10);
}

/** A number that all days from Monday to Sunday of one week share. */
export function weekOfDay(days: number): number {
  return Math.floor((days + 3) / 7);
}
