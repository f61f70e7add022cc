import { nextClockChange } from "#lib/availability/clock-change.ts";
import { dayWords, lengthWords } from "#lib/time/words.ts";
import { placeWords } from "#lib/time/zones.ts";

/** What the coach should know of their own clocks. Hours stay on the wall; it is the clients' times that move. */
export function ownClockWords(zone: string, now: number): string {
  const change = nextClockChange(zone, now);
  if (!change) return `Clocks do not change in ${placeWords(zone)}.`;
  const length = lengthWords(Math.abs(change.minutes)).replace("60 minutes", "1 hour");
  const day = dayWords(change.at, zone, { year: true });
  return `Your clocks go ${change.minutes > 0 ? "forward" : "back"} by ${length} on ${day}. Your hours stay as they are on your clock; clients elsewhere may see them move.`;
}
