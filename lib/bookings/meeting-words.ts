import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type During = { start: number; end: number };

/** "Meeting with S.": what a calendar shows to whoever looks over a shoulder. */
export function meetingTitle(coachName: string): string {
  return `Meeting with ${[...coachName][0] ?? "A"}.`;
}

/** The time of a meeting for a letter, in the reader's zone and with its name. */
export function whenWords({ start, end }: During, zone: string) {
  const [weekday, ...date] = dayWords(start, zone, { year: true }).split(" ");
  return {
    when: `${weekday}, ${clockWords(start, zone)}`,
    whenDate: `${date.join(" ")}, until ${clockWords(end, zone)}`,
    whenZone: fullZoneWords(zone),
  };
}

/** "Tuesday 8 December, 18:00 to 19:15". */
export function spanWords({ start, end }: During, zone: string): string {
  return `${dayWords(start, zone)}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`;
}

/** The same, and when it was before if it was moved: ", before on Monday 7 December, 18:00". */
export function movedWords(during: During, movedFrom: During | null, zone: string): string {
  const was =
    movedFrom && `, before on ${dayWords(movedFrom.start, zone)}, ${clockWords(movedFrom.start, zone)}`;
  return `${spanWords(during, zone)}${was ?? ""}`;
}

/** "Jo and Ute": no more of a name than somebody is called by. */
export function firstNames(people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => name.trim().split(/\s+/)[0] || name);
  return new Intl.ListFormat("en-GB").format(names);
}
