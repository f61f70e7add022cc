import { Temporal } from "temporal-polyfill";
import type { Meeting, Repeat, Standing } from "./meeting.ts";

type Busy = { start: number; end: number };
type Reader = { zone: string; now: number };
type Day = {
  date: string;
  year: number;
  month: number;
  day: number;
  weekday: number;
  number: number;
  last: number;
};

const hour = 3_600_000;
const first = Temporal.PlainDate.from("2018-12-31");

/** Every day that a series could fall on, as the calendar has it. */
const days: Day[] = Array.from({ length: 3_500 }, (_, number) => {
  const date = first.add({ days: number });
  return {
    date: date.toString(),
    year: date.year,
    month: date.month,
    day: date.day,
    weekday: date.dayOfWeek,
    number,
    last: date.daysInMonth,
  };
});
const dayOf = new Map(days.map((day) => [day.date, day]));

/** When the owner of these meetings is busy, from the meetings themselves: day by day, without reading a calendar. */
export function busyByModel(meetings: Meeting[], reader: Reader): Busy[] {
  const today = Temporal.Instant.fromEpochMilliseconds(reader.now)
    .toZonedDateTimeISO(reader.zone)
    .toPlainDate();
  const midnight = (add: number) => today.add({ days: add }).toZonedDateTime(reader.zone).epochMilliseconds;
  const window = { start: midnight(-1), end: midnight(181) };
  const all = meetings
    .flatMap((meeting) => timesOf(meeting, reader.zone))
    .filter(({ start, end }) => end > start && end > window.start && start < window.end)
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .sort((a, b) => a.start - b.start);
  const union: Busy[] = [];
  for (const one of all) {
    const last = union[union.length - 1];
    if (!last || one.start > last.end) union.push(one);
    else if (one.end > last.end) last.end = one.end;
  }
  return union;
}

function timesOf(meeting: Meeting, zone: string): Busy[] {
  const { start, length, standing } = meeting;
  const clock = start.slice(11);
  const moved = new Map(meeting.moved.map((one) => [one.date, one]));
  const times: Busy[] = [];
  const put = (at: string, how: Standing, long: number) => {
    if (how === "busy" || how === "tentative") times.push(timeOf(meeting, at, long, zone));
  };
  for (const date of busyDates(meeting)) {
    if (meeting.gone.includes(date)) continue;
    const other = moved.get(date);
    if (other) put(other.start, other.standing, other.length);
    else put(`${date}T${clock}`, standing, length);
  }
  for (const at of meeting.extra) put(at, standing, length);
  return times;
}

/** The dates that a series falls on, those included that are gone or moved. */
export function busyDates({ start, repeat }: Meeting): string[] {
  const begins = dayOf.get(start.slice(0, 10));
  if (!begins) throw new Error(`${start} is outside the days that the reference knows`);
  if (!repeat) return [begins.date];
  const dates: string[] = [];
  for (const day of days.slice(begins.number)) {
    if (dates.length === repeat.count || (repeat.until && day.date > repeat.until)) break;
    if (isOn(day, begins, repeat)) dates.push(day.date);
  }
  return dates;
}

function isOn(day: Day, begins: Day, { every, interval, weekdays, nth = 1, weekStart }: Repeat): boolean {
  const months = (day.year - begins.year) * 12 + day.month - begins.month;
  const weekBegins = ({ number, weekday }: Day) => number - ((weekday - weekStart + 7) % 7);
  if (every === "day")
    return (day.number - begins.number) % interval === 0 && (weekdays?.includes(day.weekday) ?? true);
  if (every === "week")
    return (
      (weekBegins(day) - weekBegins(begins)) % (7 * interval) === 0 &&
      (weekdays ?? [begins.weekday]).includes(day.weekday)
    );
  if (every === "month") return months % interval === 0 && day.day === begins.day;
  if (every === "year") return months % (12 * interval) === 0 && day.day === begins.day;
  const place = nth > 0 ? Math.ceil(day.day / 7) : -Math.ceil((day.last - day.day + 1) / 7);
  return months % interval === 0 && day.weekday === begins.weekday && place === nth;
}

function timeOf({ clock, lengthBy }: Meeting, at: string, length: number, zone: string): Busy {
  const wall = Temporal.PlainDateTime.from(at);
  if (clock.kind === "day") {
    const date = wall.toPlainDate();
    return {
      start: date.toZonedDateTime(zone).epochMilliseconds,
      end: date.add({ days: length }).toZonedDateTime(zone).epochMilliseconds,
    };
  }
  if (clock.kind === "unknown") {
    const last = wall.add({ minutes: Math.max(0, length - 1) }).toPlainDate();
    const utc = (date: Temporal.PlainDate) => date.toZonedDateTime("UTC").epochMilliseconds;
    return { start: utc(wall.toPlainDate()) - 14 * hour, end: utc(last.add({ days: 1 })) + 12 * hour };
  }
  const named = clock.kind === "zone" ? clock.zone : clock.kind === "utc" ? "UTC" : zone;
  const start = wall.toZonedDateTime(named);
  // Days of a DURATION are days on the wall; all else is as long as it is long.
  const wholeDays = lengthBy === "duration" ? Math.floor(length / 1440) : 0;
  const end = start.add({ days: wholeDays }).add({ minutes: length - wholeDays * 1440 });
  return { start: start.epochMilliseconds, end: end.epochMilliseconds };
}
