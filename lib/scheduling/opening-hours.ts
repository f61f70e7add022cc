import { Refusal } from "#lib/refusal.ts";

/** Wall clock, "HH:MM"; "24:00" allowed as `to`. */
type Hours = { from: string; to: string };
export type WeeklyHours = Hours & { weekday: number };
export type DateOverride = { date: string; hours: Hours[] };

/** Wall clock, ms after the midnight that begins the date. */
type OpenRange = { from: number; until: number };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

// Every time of day there is, from "00:00" to "24:00".
const CLOCK = new Map(
  Array.from({ length: 1441 }, (_, minute) => [
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
    minute * MINUTE,
  ]),
);

/** The ranges of a local date, in order and apart. The date is counted in days since 1970-01-01. */
export function openingHours(
  weeklyHours: WeeklyHours[],
  dateOverrides: DateOverride[],
): (day: number) => OpenRange[] {
  const weekly: OpenRange[][] = [[], [], [], [], [], [], []];
  for (const hours of weeklyHours) {
    const ranges = weekly[hours.weekday - 1];
    if (ranges === undefined) {
      throw new Refusal("A weekday is a whole number from 1, Monday, to 7, Sunday.", {
        field: "weeklyHours",
      });
    }
    ranges.push(openRange(hours, "weeklyHours"));
  }
  const week = weekly.map(tidied);

  const overrides = new Map<number, OpenRange[]>();
  for (const { date, hours } of dateOverrides) {
    overrides.set(dayNumber(date), tidied(hours.map((range) => openRange(range, "dateOverrides"))));
  }

  return (day) => overrides.get(day) ?? week[weekdayIndex(day)] ?? [];
}

/** Monday is 0. Day 0, 1970-01-01, was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Sorted, and as one where they touch. Most hours come that way, and a sort costs more than all the rest. */
function tidied(ranges: OpenRange[]): OpenRange[] {
  let last = -1;
  for (const range of ranges) {
    if (range.from <= last) return joined(ranges.sort((a, b) => a.from - b.from));
    last = range.until;
  }
  return ranges;
}

function joined(sorted: OpenRange[]): OpenRange[] {
  const apart: OpenRange[] = [];
  for (const range of sorted) {
    const last = apart.at(-1);
    if (last === undefined || range.from > last.until) apart.push(range);
    else last.until = Math.max(last.until, range.until);
  }
  return apart;
}

function openRange({ from, to }: Hours, field: string): OpenRange {
  const range = { from: sinceMidnight(from, field), until: sinceMidnight(to, field) };
  if (range.from >= range.until) {
    throw new Refusal(`Hours that begin at ${from} cannot end at ${to}.`, { field });
  }
  return range;
}

function sinceMidnight(clock: string, field: string): number {
  const time = CLOCK.get(clock);
  if (time === undefined) {
    throw new Refusal(`“${clock}” is not a time of day. Write it like 09:00.`, { field });
  }
  return time;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

function dayNumber(date: string): number {
  const midnight = DATE.test(date) ? Date.parse(date) : Number.NaN;
  // 30 February would be read as 2 March.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(date.slice(8))) {
    throw new Refusal(`“${date}” is not a date. Write it like 2027-03-14.`, { field: "dateOverrides" });
  }
  return midnight / DAY;
}
