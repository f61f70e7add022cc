import { dateIn } from "#lib/time/words.ts";
import type { FreeTimes } from "./slots-query.ts";
import { mondayOf, weeksOn } from "./weeks.ts";

export type Span = { from: string; days: number; zone: string };

/**
 * The first week with a free time, from `near` on (epoch milliseconds), so that the page never opens on an empty one
 * without need.
 */
export async function firstWeek(
  list: (span: Span) => Promise<FreeTimes>,
  zone: string,
  now: number,
  near = now,
) {
  const begin = mondayOf(dateIn(Math.max(near, now), zone));
  const ahead = await list({ from: begin, days: 42, zone });
  const firstFree = ahead.days.findIndex((day) => day.starts.length > 0);
  const from = weeksOn(begin, Math.max(0, Math.floor(firstFree / 7)));
  const week = ahead.days.filter((day) => day.date >= from).slice(0, 7);
  return { monday: mondayOf(dateIn(now, zone)), from, zone, times: { zone, days: week } };
}
