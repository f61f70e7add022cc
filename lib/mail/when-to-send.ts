import { dateAfter, instantsAt, wallTimeAt } from "#lib/time/wall-clock.ts";
import type { Habits } from "./habits.ts";
import { isSwitchable, type LetterClass, mannersOf } from "./letters.ts";

const hour = 3_600_000;
const afterwards = 48 * hour;
const evening = 18 * 60;

/**
 * The instant at which mail of this class may go to this person, now or later, in epoch milliseconds; undefined when
 * they do not want it. Quiet hours and the evening before guidance are those of the reader's own zone.
 */
export function whenToSend(of: LetterClass, habits: Habits, now: number): number | undefined {
  if (isSwitchable(of) && !habits.wants[of]) return undefined;
  const { inQuietHours, inStillness } = mannersOf(of);
  let at = now;
  // Each may end inside the other.
  for (let before = Number.NaN; before !== at; ) {
    before = at;
    if (inStillness === "waits") at = endOfStillness(at, habits);
    if (inQuietHours === "waits") at = endOfQuietHours(at, habits);
  }
  return at;
}

/** From 18:00 on the evening before guidance until 48 hours after it. */
export function endOfStillness(at: number, { still, zone }: Habits): number {
  let end = at;
  for (const day of [...still].sort((a, b) => a.start - b.start)) {
    const from = eveningBefore(day.start, zone);
    if (from <= end && end < day.end + afterwards) end = day.end + afterwards;
  }
  return end;
}

function eveningBefore(start: number, zone: string): number {
  const { date } = wallTimeAt(start, zone);
  return firstAt(dateAfter(date, -1), evening, zone);
}

/** The same instant where it is no quiet hour. */
export function endOfQuietHours(at: number, { quietFrom, quietUntil, zone }: Habits): number {
  const { date, minute } = wallTimeAt(at, zone);
  if (!isQuiet(minute, quietFrom, quietUntil)) return at;
  const endsToday = minute < quietUntil;
  return firstAt(endsToday ? date : dateAfter(date, 1), quietUntil, zone);
}

/** The last instant before the quiet hours in which this one lies; the same instant where it is none. */
export function beforeQuietHours(at: number, { quietFrom, quietUntil, zone }: Habits): number {
  const { date, minute } = wallTimeAt(at, zone);
  if (!isQuiet(minute, quietFrom, quietUntil)) return at;
  const beganToday = minute >= quietFrom;
  return firstAt(beganToday ? date : dateAfter(date, -1), quietFrom, zone) - 60_000;
}

function isQuiet(minute: number, from: number, until: number): boolean {
  return from <= until ? from <= minute && minute < until : minute >= from || minute < until;
}

/** A wall time that the clocks skip comes as the first after it. */
function firstAt(date: string, minute: number, zone: string): number {
  for (let later = minute; ; later += 15) {
    const wall =
      later < 1_440 ? { date, minute: later } : { date: dateAfter(date, 1), minute: later - 1_440 };
    const [at] = instantsAt(wall, zone);
    if (at !== undefined) return at;
  }
}
