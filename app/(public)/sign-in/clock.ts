import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** "10:52, Lisbon time", in the zone of the browser. */
export function clock(ms: number): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${clockWords(ms, timeZone)}, ${zoneWords(timeZone)}`;
}
