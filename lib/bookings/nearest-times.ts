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
  const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const goal = local(wanted);
  const found: NearTime[] = [];
  const add = (start: number | undefined, how: NearTime["how"]) => {
    if (start !== undefined && start !== wanted && !found.some((near) => near.start === start))
      found.push({ start, how });
  };
  const sameDay = starts.filter((start) => local(start).toPlainDate().equals(goal.toPlainDate()));
  const later = starts.filter((start) => start > wanted);
  add(
    sameDay.findLast((start) => start < wanted),
    "earlier",
  );
  add(
    sameDay.find((start) => start > wanted),
    "later",
  );
  add(
    starts.find((start) => start === goal.add({ weeks: 1 }).epochMilliseconds),
    "next-week",
  );
  add(
    later.find(
      (start) =>
        local(start).toPlainTime().equals(goal.toPlainTime()) &&
        start < goal.add({ weeks: 1 }).epochMilliseconds,
    ),
    "next-day",
  );
  for (const start of [...later, ...starts]) if (found.length < 4) add(start, "soon");
  return found.slice(0, 4).sort((a, b) => a.start - b.start);
}
