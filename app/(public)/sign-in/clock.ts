import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "10:52", in the zone of the browser. */
export function time(ms: number): string {
  return clockWords(ms, zoneHere());
}

/** "10:52, Lisbon time", in the zone of the browser. */
export function clock(ms: number): string {
  return `${time(ms)}, ${zoneWords(zoneHere())}`;
}
