import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";
import type { Habits } from "./habits.ts";
import { isSwitchable, type LetterClass, mannersOf } from "./letters.ts";

type QuietHours = Pick<Habits, "quietFrom" | "quietUntil" | "zone">;

const hour = 3_600_000;
const afterwards = 48 * hour;
const evening = 18 * 60;

/**
 * The instant at which mail of this class may go to this person, now or later, in epoch milliseconds; undefined when
 * they do not want it. Quiet hours and the evening before guidance are those of the reader's own zone. What is needed
 * before quiet hours end does not wait for that.
 */
export function whenToSend(
  of: LetterClass,
  habits: Habits,
  now: number,
  neededBy = Number.POSITIVE_INFINITY,
): number | undefined {
  if (isSwitchable(of) && !habits.wants[of]) return undefined;
  const { inQuietHours, inStillness } = mannersOf(of);
  let at = now;
  // Each may end inside the other.
  for (let before = Number.NaN; before !== at; ) {
    before = at;
    if (inStillness === "waits") at = endOfStillness(at, habits);
    const quietEnds = inQuietHours === "waits" ? endOfQuietHours(at, habits) : at;
    if (quietEnds < neededBy) at = quietEnds;
  }
  return at;
}

/** From 18:00 on the evening before guidance until 48 hours after it. */
export function endOfStillness(at: number, { still, zone }: Pick<Habits, "still" | "zone">): number {
  let end = at;
  for (const day of [...still].sort((a, b) => a.start - b.start)) {
    const from = eveningBefore(day.start, zone);
    if (from <= end && end < day.end + afterwards) end = day.end + afterwards;
  }
  return end;
}

function eveningBefore(start: number, zone: string): number {
  const { date } = wallTimeAt(start, zone);
  return firstInstantAt({ date: dateAfter(date, -1), minute: evening }, zone);
}

/** The same instant where it is no quiet hour. */
export function endOfQuietHours(at: number, { quietFrom, quietUntil, zone }: QuietHours): number {
  const { date, minute } = wallTimeAt(at, zone);
  if (!isQuiet(minute, quietFrom, quietUntil)) return at;
  const endsToday = minute < quietUntil;
  return firstInstantAt({ date: endsToday ? date : dateAfter(date, 1), minute: quietUntil }, zone);
}

/** The last instant before the quiet hours in which this one lies; the same instant where it is none. */
export function beforeQuietHours(at: number, { quietFrom, quietUntil, zone }: QuietHours): number {
  const { date, minute } = wallTimeAt(at, zone);
  if (!isQuiet(minute, quietFrom, quietUntil)) return at;
  const beganToday = minute >= quietFrom;
  return firstInstantAt({ date: beganToday ? date : dateAfter(date, -1), minute: quietFrom }, zone) - 60_000;
}

function isQuiet(minute: number, from: number, until: number): boolean {
  return from <= until ? from <= minute && minute < until : minute >= from || minute < until;
}
