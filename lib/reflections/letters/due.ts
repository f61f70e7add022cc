import type { Habits } from "#lib/mail/habits.ts";
import { whenToSend } from "#lib/mail/when-to-send.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { timeToAnswer } from "#lib/reflections/asked/times.ts";
import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

export type Which = "open" | "reminder";

/** What letters are written about. The questions of the day of guidance come without: that day is quiet. */
export type Asked = {
  kind: Exclude<About["kind"], "guidance_day">;
  /** Of a check-in. */
  day: number | null;
  during: { start: number; end: number };
  /** Since when the session has been to begin then, epoch milliseconds. */
  since: number;
  /** Of the check-in after this one. */
  nextDay: number | null;
};

type Due = { which: Which; due: number };

const day = 86_400_000;
const morning = 9 * 60;

/** When its two letters come due, whatever their reader's habits. Instants in epoch milliseconds. */
function dueTimes(asked: Asked, zone: string): Record<Which, number> {
  const { from, until } = timeToAnswer(asked, asked.during, zone, asked.nextDay ?? undefined);
  const morningOf = (at: number, days: number) =>
    firstInstantAt({ date: dateAfter(wallTimeAt(at, zone).date, days), minute: morning }, zone);
  if (asked.kind === "session")
    return { open: Math.max(from, asked.since), reminder: morningOf(asked.during.start, -1) };
  return { open: from, reminder: Math.min(morningOf(from, 2), morningOf(until, -1)) };
}

/** The latest that has come due and not long ago: what came due earlier is on its reader's page without a letter. */
export function lastDue(asked: Asked, zone: string, now: number): Due | undefined {
  const { open, reminder } = dueTimes(asked, zone);
  const which = open <= reminder && reminder <= now ? "reminder" : "open";
  const due = which === "reminder" ? reminder : open;
  return due <= now && now - due < day ? { which, due } : undefined;
}

/** When a letter is of no use any more, epoch milliseconds. */
export function endOfUse(asked: Asked, zone: string): number {
  if (asked.kind === "session") return asked.during.start;
  return timeToAnswer(asked, asked.during, zone, asked.nextDay ?? undefined).until;
}

/**
 * When its letters go to this reader, epoch milliseconds. One is left out that they do not want, or that quiet hours and
 * the days round guidance hold back until it is of no use; so is a reminder that would come within a day of the letter
 * before it.
 */
export function timesOfLetters(asked: Asked, habits: Habits): Partial<Record<Which, number>> {
  const of = asked.kind === "session" ? "questions" : "checkIns";
  const end = endOfUse(asked, habits.zone);
  const goes = (due: number) => {
    const at = whenToSend(of, habits, due);
    return at !== undefined && at < end ? at : undefined;
  };
  const times = dueTimes(asked, habits.zone);
  const [open, reminder] = [goes(times.open), goes(times.reminder)];
  return {
    ...(open !== undefined && { open }),
    ...(open !== undefined && reminder !== undefined && reminder - open >= day && { reminder }),
  };
}
