import type { Habits } from "#lib/mail/habits.ts";
import { beforeQuietHours } from "#lib/mail/when-to-send.ts";
import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

export type Reminder = "first" | "last";

/** A meeting's begin, and since when it has been to begin then, in epoch milliseconds. */
export type Ahead = { start: number; since: number };

type Wishes = Pick<Habits, "zone" | "firstReminder" | "lastReminder" | "quietFrom" | "quietUntil">;

/**
 * When a meeting's two reminders are due for this reader, epoch milliseconds. One that would fall into quiet hours comes
 * in the last minute before them. Left out is what would be due before the meeting was made, and a later one that so
 * comes no later than the earlier one.
 */
export function reminderTimes(
  { start, since }: Ahead,
  { firstReminder, lastReminder, ...wishes }: Wishes,
): Partial<Record<Reminder, number>> {
  const [first, last] = [firstReminder, lastReminder].map((minutes) => {
    const at = beforeQuietHours(ahead(start, minutes, wishes.zone), wishes);
    return at < since ? undefined : at;
  });
  return {
    ...(first !== undefined && { first }),
    ...(last !== undefined && (first === undefined || first < last) && { last }),
  };
}

/** Which of the two is due at this moment and still of use: the first is not once the last is due. */
export function reminderDue(meeting: Ahead, wishes: Wishes, now: number): Reminder | undefined {
  if (meeting.start <= now) return undefined;
  const { first, last } = reminderTimes(meeting, wishes);
  if (last !== undefined && last <= now) return "last";
  return first !== undefined && first <= now ? "first" : undefined;
}

// A day ahead is the same hour on the reader's clock, also where the clocks change in between.
function ahead(start: number, minutes: number, zone: string): number {
  const { date, minute } = wallTimeAt(start, zone);
  const days = Math.floor(minutes / 1_440);
  const dayBefore = days === 0 ? start : firstInstantAt({ date: dateAfter(date, -days), minute }, zone);
  return dayBefore - (minutes % 1_440) * 60_000;
}
