import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";
import { placeWords } from "#lib/time/zones.ts";

/** "18:00 Lisbon", with the weekday when it is another day there: "Wednesday 01:00 Tokyo". */
export function elsewhereWords(at: number, zone: string, here: string): string {
  const weekday = dayWords(at, zone).split(" ")[0];
  const words = `${clockWords(at, zone)} ${placeWords(zone)}`;
  return dateIn(at, zone) === dateIn(at, here) ? words : `${weekday} ${words}`;
}

/** Whether two zones' clocks show the same time at this instant. */
export function isSameClock(at: number, zone: string, other: string): boolean {
  return dateIn(at, zone) === dateIn(at, other) && clockWords(at, zone) === clockWords(at, other);
}

/** "Tuesday 8 December", and the year when it is not this one. */
export function dateOf(at: number, zone: string, now: number): string {
  return dayWords(at, zone, { year: dateIn(at, zone).slice(0, 4) !== dateIn(now, zone).slice(0, 4) });
}

/** "Jonas and Ute". */
export function namesOf(people: readonly { name: string }[]): string {
  return new Intl.ListFormat("en-GB").format(people.map(({ name }) => name));
}

export function Instant({ at, children }: { at: number; children: string }) {
  return <time dateTime={new Date(at).toISOString()}>{children}</time>;
}
