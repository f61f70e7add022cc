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

/** The ranges of a local date by their beginnings; they may overlap. The date is counted in days since 1970-01-01. */
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
  const week = weekly.map(inOrder);

  const overrides = new Map<number, OpenRange[]>();
  for (const { date, hours } of dateOverrides) {
    overrides.set(dayNumber(date), inOrder(hours.map((range) => openRange(range, "dateOverrides"))));
  }

  return (day) => overrides.get(day) ?? week[weekdayIndex(day)] ?? [];
}

/** Monday is 0. Day 0, 1970-01-01, was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

// Most hours come in order, and sorting even two would cost more than all the rest here.
function inOrder(ranges: OpenRange[]): OpenRange[] {
  const ordered = ranges.every((range, i) => i === 0 || (ranges[i - 1] as OpenRange).from <= range.from);
  return ordered ? ranges : ranges.sort((a, b) => a.from - b.from);
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
