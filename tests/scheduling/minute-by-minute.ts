import { Temporal } from "temporal-polyfill";
import type { OpenSlotsInput } from "#lib/scheduling/slots.ts";

const MINUTE = 60_000;
const TWO_DAYS = 2880;

/** What a clock on the coach's wall shows, clock as "HH:MM". */
type Wall = { date: string; weekday: number; clock: string };

/** The sentences of the slot engine read one minute after the other. Holds where clocks change on whole minutes. */
export function slotsMinuteByMinute(input: OpenSlotsInput): number[] {
  const { minutes, before, after, step } = input.session;
  const first = Math.floor(input.window.from / MINUTE);
  const end = Math.ceil(input.window.until / MINUTE);

  const starts: number[] = [];
  let beginning: number | undefined;
  for (let minute = first - TWO_DAYS; minute < end; minute++) {
    if (!isOpen(minute, input)) beginning = undefined;
    else if (beginning === undefined || dateOf(minute, input) !== dateOf(minute - 1, input))
      beginning = minute;
    if (beginning === undefined || (minute - beginning) % step !== 0) continue;

    const start = minute * MINUTE;
    const finish = (minute + minutes) * MINUTE;
    if (start < input.window.from || finish > input.window.until) continue;
    if (!isOpenAllThrough(minute, minute + minutes, input)) continue;
    const occupied = { start: start - before * MINUTE, end: finish + after * MINUTE };
    if (!input.busy.some((busy) => meet(busy, occupied))) starts.push(start);
  }
  return starts;
}

function isOpenAllThrough(from: number, until: number, input: OpenSlotsInput): boolean {
  for (let minute = from; minute < until; minute++) if (!isOpen(minute, input)) return false;
  return true;
}

function isOpen(minute: number, input: OpenSlotsInput): boolean {
  const { date, weekday, clock } = wallAt(minute, input.timeZone);
  const override = input.dateOverrides.findLast((one) => one.date === date);
  const hours = override?.hours ?? input.weeklyHours.filter((one) => one.weekday === weekday);
  return hours.some(({ from, to }) => from <= clock && clock < to);
}

function meet(busy: { start: number; end: number }, occupied: { start: number; end: number }): boolean {
  return busy.start < busy.end && busy.start < occupied.end && occupied.start < busy.end;
}

function dateOf(minute: number, input: OpenSlotsInput): string {
  return wallAt(minute, input.timeZone).date;
}

const walls = new Map<string, Map<number, Wall>>();

function wallAt(minute: number, timeZone: string): Wall {
  const known = walls.get(timeZone) ?? new Map<number, Wall>();
  walls.set(timeZone, known);
  const wall = known.get(minute) ?? readWall(minute, timeZone);
  known.set(minute, wall);
  return wall;
}

function readWall(minute: number, timeZone: string): Wall {
  const local = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE).toZonedDateTimeISO(timeZone);
  return {
    date: `${local.year}-${twoDigits(local.month)}-${twoDigits(local.day)}`,
    weekday: local.dayOfWeek,
    clock: `${twoDigits(local.hour)}:${twoDigits(local.minute)}`,
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
