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
