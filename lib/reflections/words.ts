import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

const day = 86_400_000;

/** "Saved today at 10:12", as the writer's own clock and calendar have it. */
export function savedWords(at: number, zone: string, now: number): string {
  return `Saved ${dayOf(at, zone, now)} at ${clockWords(at, zone)}`;
}

function dayOf(at: number, zone: string, now: number): string {
  const date = dateIn(at, zone);
  if (date === dateIn(now, zone)) return "today";
  if (date === dateIn(now - day, zone)) return "yesterday";
  return `on ${dateOnly(at, zone, now)}`;
}

/** "28 November", and the year when it is not this one. */
export function dateOnly(at: number, zone: string, now: number): string {
  const [, ...words] = dayWords(at, zone, {
    year: dateIn(at, zone).slice(0, 4) !== dateIn(now, zone).slice(0, 4),
  }).split(" ");
  return words.join(" ");
}
