import { Temporal } from "temporal-polyfill";

export type NearTime = {
  start: number;
  how: "earlier" | "later" | "next-day" | "next-week" | "soon";
};

/**
 * Up to four free times near the one that was wanted, each with how it differs: the same day before and after, the
 * same hour on another day, the same weekday a week later, else whatever comes soonest.
 */
export function nearestTimes(starts: number[], wanted: number, zone: string): NearTime[] {
  const goal = Temporal.Instant.fromEpochMilliseconds(wanted).toZonedDateTimeISO(zone);
  const dayBegins = goal.startOfDay().epochMilliseconds;
  const dayEnds = goal.startOfDay().add({ days: 1 }).epochMilliseconds;
  const later = starts.filter((start) => start > wanted);
  const isFree = new Set(starts);
  const found: NearTime[] = [];
  const add = (start: number | undefined, how: NearTime["how"]) => {
    if (start !== undefined && start !== wanted && !found.some((near) => near.start === start))
      found.push({ start, how });
  };
  add(
    starts.findLast((start) => start < wanted && start >= dayBegins),
    "earlier",
  );
  add(
    later.find((start) => start < dayEnds),
    "later",
  );
  const sameHour = (...days: number[]) =>
    days.map((day) => inDays(goal, day)).find((start) => isFree.has(start));
  add(sameHour(7), "next-week");
  add(sameHour(1, 2, 3, 4, 5, 6), "next-day");
  for (const start of [...later, ...starts]) {
    if (found.length === 4) break;
    add(start, "soon");
  }
  return found.slice(0, 4).sort((a, b) => a.start - b.start);
}

// A clock time that a change of the clocks skips is on no such day.
function inDays(goal: Temporal.ZonedDateTime, days: number): number {
  const then = goal.add({ days });
  return then.toPlainTime().equals(goal.toPlainTime()) ? then.epochMilliseconds : Number.NaN;
}
