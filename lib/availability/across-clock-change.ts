import { Temporal } from "temporal-polyfill";
import {
  type ClockChange,
  clockChanges,
  minutesAhead,
  nextClockChange,
} from "#lib/availability/clock-change.ts";
import type { Hours } from "#lib/availability/hours.ts";
import { openSlots } from "#lib/scheduling/slots.ts";
import { clockWords, dateIn } from "#lib/time/words.ts";

const minute = 60_000;
const day = 86_400_000;
// Spring comes to New Zealand's clocks 42 days before autumn comes to California's.
const nearby = 45 * day;

type Schedule = {
  type: { minutes: number; before: number; after: number; step: number; coachZone: string };
  weeklyHours: (Hours & { weekday: number })[];
  dateOverrides: { date: string; hours: Hours[] }[];
};

/** Dates of the coach on which a client finds the same times, and by how many minutes the client's clocks are ahead. */
export type DayPart = {
  part: "days";
  dates: string[];
  ahead: number;
  /** Starts in epoch ms, by the coach's hours that they lie in. */
  stretches: (Hours & { starts: number[] })[];
};
/** A date on which the clocks of one or both places change. Positive minutes: forward. */
export type TurnPart = { part: "turn"; date: string; yours?: number; theirs?: number };

/**
 * One weekday of the coach before, between and after the next clock changes of either place, as if nothing were
 * booked. Where no clocks change, the next such day alone.
 */
export function acrossClockChange(
  schedule: Schedule,
  { zone, weekday }: { zone: string; weekday: number },
  now: number,
): (DayPart | TurnPart)[] {
  const { coachZone } = schedule.type;
  const turns = turnsNear(coachZone, zone, now);
  const isBefore = (date: Temporal.PlainDate, at: number) => noonOf(date, coachZone) < at;
  const first = turns[0]?.at;
  let date = Temporal.PlainDate.from(dateIn(first ?? now, coachZone));
  date = date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });
  if (first !== undefined && !isBefore(date, first)) date = date.subtract({ days: 7 });

  const parts: (DayPart | TurnPart)[] = [];
  const waiting = [...turns];
  for (;;) {
    while (waiting[0] && !isBefore(date, waiting[0].at)) addTurn(parts, waiting.shift(), coachZone, zone);
    addDay(parts, dayOf(schedule, date, zone), coachZone);
    if (waiting.length === 0) return parts;
    date = date.add({ days: 7 });
  }
}

type Turn = ClockChange & { whose: "yours" | "theirs" };

function turnsNear(coachZone: string, zone: string, now: number): Turn[] {
  const next = [coachZone, zone].flatMap((one) => nextClockChange(one, now)?.at ?? []);
  if (next.length === 0) return [];
  const until = Math.min(...next) + nearby;
  const turnsOf = (one: string, whose: Turn["whose"]) =>
    clockChanges(one, now, until).map((change) => ({ ...change, whose }));
  const theirs = zone === coachZone ? [] : turnsOf(zone, "theirs");
  return [...turnsOf(coachZone, "yours"), ...theirs].sort((a, b) => a.at - b.at);
}

function dayOf(schedule: Schedule, date: Temporal.PlainDate, zone: string): DayPart {
  const { type, weeklyHours, dateOverrides } = schedule;
  const [begins, ends] = [date, date.add({ days: 1 })].map(
    (at) => at.toZonedDateTime(type.coachZone).epochMilliseconds,
  ) as [number, number];
  const starts = openSlots({
    timeZone: type.coachZone,
    weeklyHours,
    dateOverrides,
    busy: [],
    session: type,
    window: { from: begins, until: ends + type.minutes * minute },
  }).filter((start) => start < ends);
  const changed = dateOverrides.findLast((override) => override.date === date.toString());
  const hours = changed?.hours ?? weeklyHours.filter(({ weekday }) => weekday === date.dayOfWeek);
  return {
    part: "days",
    dates: [date.toString()],
    ahead: minutesAhead(zone, type.coachZone, noonOf(date, type.coachZone)),
    stretches: hours
      .map(({ from, to }) => ({
        from,
        to,
        starts: starts.filter((start) => {
          const clock = clockWords(start, type.coachZone);
          return from <= clock && clock < to;
        }),
      }))
      .sort((a, b) => a.from.localeCompare(b.from)),
  };
}

function addDay(parts: (DayPart | TurnPart)[], found: DayPart, coachZone: string): void {
  const last = parts.at(-1);
  if (last?.part === "days" && shapeOf(last, coachZone) === shapeOf(found, coachZone))
    last.dates.push(...found.dates);
  else parts.push(found);
}

function addTurn(
  parts: (DayPart | TurnPart)[],
  turn: Turn | undefined,
  coachZone: string,
  zone: string,
): void {
  if (!turn) return;
  const date = dateIn(turn.at, turn.whose === "yours" ? coachZone : zone);
  const last = parts.at(-1);
  if (last?.part === "turn" && last.date === date) last[turn.whose] = turn.minutes;
  else parts.push({ part: "turn", date, [turn.whose]: turn.minutes });
}

/** What two days have alike when a client finds the same times on both. */
function shapeOf({ dates: [date = ""], ahead, stretches }: DayPart, coachZone: string): string {
  const noon = noonOf(Temporal.PlainDate.from(date), coachZone);
  return JSON.stringify([
    ahead,
    stretches.map(({ starts, ...hours }) => [hours, starts.map((start) => start - noon)]),
  ]);
}

function noonOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: "12:00" }).epochMilliseconds;
}
