import type { Habits } from "#lib/mail/habits.ts";
import { endOfStillness } from "#lib/mail/when-to-send.ts";
import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

type Span = { start: number; end: number };

/** A lesson beside a session: so many days before it (negative) or after it. Instants in epoch milliseconds. */
export type Beside = {
  days: number;
  during: Span;
  /** Of the booking. */
  status: string;
  /** When its reader last said that they are done with the lesson for now, or set it aside. */
  answeredAt: number | null;
};

type Reader = Pick<Habits, "zone" | "still">;

const morning = 9 * 60;
const daysOfUse = 14;

/** Nine in the morning on the reader's own calendar, so many days from the local date on which the session begins. */
export function dueAt({ days, during }: Pick<Beside, "days" | "during">, zone: string): number {
  return firstInstantAt({ date: dueDate({ days, during }, zone), minute: morning }, zone);
}

/** The reader's local date of that morning. */
export function dueDate({ days, during }: Pick<Beside, "days" | "during">, zone: string): string {
  return dateAfter(wallTimeAt(during.start, zone).date, days);
}

/**
 * From when until when it may be shown. Where its morning falls into the quiet days round another session's guidance, it
 * waits until they end. One for before is of no use once the session has begun, one for after rests two weeks on.
 */
export function timeToShow(
  beside: Pick<Beside, "days" | "during">,
  { zone, still }: Reader,
): { from: number; until: number } {
  const { days, during } = beside;
  const others = still.filter(({ start }) => start !== during.start);
  const due = days < 0 ? dueAt(beside, zone) : Math.max(dueAt(beside, zone), during.end);
  const from = endOfStillness(due, { zone, still: others });
  const until = days < 0 ? during.start : dueAt({ days: days + daysOfUse, during }, zone);
  return { from, until };
}

/** Whether it belongs to a session that is fixed, and its time has come. */
export function hasComeDue(beside: Beside, reader: Reader, now: number): boolean {
  return stands(beside) && timeToShow(beside, reader).from <= now;
}

/**
 * One at a time: the newest that has come due. Nothing once its reader has answered it or its time is over; the older
 * ones do not come back.
 */
export function theOneShown<One extends Beside>(all: One[], reader: Reader, now: number): One | undefined {
  const due = all
    .filter(stands)
    .map((one) => ({ one, due: dueAt(one, reader.zone), ...timeToShow(one, reader) }))
    .filter(({ from }) => from <= now)
    .sort((a, b) => b.from - a.from || b.due - a.due || b.one.during.start - a.one.during.start);
  const [newest] = due;
  if (!newest || newest.until <= now) return undefined;
  const { answeredAt } = newest.one;
  return answeredAt !== null && answeredAt >= newest.due ? undefined : newest.one;
}

/** Beside what was asked for too: it comes once that is confirmed. Never beside what is off. */
export function maySuggestBeside(status: string): boolean {
  return status === "requested" || stands({ status });
}

/** Not while it is only asked for, and not when it was declined or cancelled. */
function stands({ status }: { status: string }): boolean {
  return status === "confirmed" || status === "completed" || status === "no_show";
}
