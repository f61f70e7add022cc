import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

/** "at 11:30" for today, "on Tuesday 24 November at 18:10" for any other day. */
export function readWords(at: number, now: number, zone: string): string {
  const clock = clockWords(at, zone);
  return dateIn(at, zone) === dateIn(now, zone) ? `at ${clock}` : `on ${dayWords(at, zone)} at ${clock}`;
}

/** "11:30" for today, "Tuesday 24 November, 18:10" for any other day. */
export function sinceWords(at: number, now: number, zone: string): string {
  const clock = clockWords(at, zone);
  return dateIn(at, zone) === dateIn(now, zone) ? clock : `${dayWords(at, zone)}, ${clock}`;
}
