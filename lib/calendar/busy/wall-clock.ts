import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** What a clock and a calendar on a wall show, as the milliseconds that would be so in UTC. */
export type Wall = number;

/**
 * The instant at which clocks of the zone show this. A time that they show twice is the first of the two; one that they
 * leave out is as long after the change as it would have been.
 */
export function instantOf(wall: Wall, zone: string): number {
  const spans = offsetSpans(zone, wall - 2 * day, wall + 2 * day);
  const shown = spans.find(({ from, until, offset }) => wall - offset >= from && wall - offset < until);
  const before = shown ?? spans.findLast(({ until, offset }) => wall - offset >= until);
  if (before) return wall - before.offset;
  throw new Error(`There is no such time in ${zone}`);
}

export const startOfDay = (wall: Wall): Wall => Math.floor(wall / day) * day;
