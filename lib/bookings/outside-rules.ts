import type { Tx } from "#db/client.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { type BookTime, readBook } from "#lib/bookings/coach-book.ts";
import { type LimitRule, limitsOf } from "#lib/bookings/limits.ts";
import { bookableWindow, occupiedBy } from "#lib/bookings/rules.ts";
import { openSlots } from "#lib/scheduling/slots.ts";
import { lengthWords } from "#lib/time/words.ts";

const minute = 60_000;
const day = 86_400_000;

export type OwnRule = "past" | "notice" | "horizon" | "closed" | "busy_elsewhere" | "buffers" | LimitRule;
/** A rule of the coach's own that a time would pass over, and what it says. */
export type Warning = { rule: OwnRule; sentence: string };

/** All of them, for what a coach has offered already and need not be asked about again. */
export const ownRules: readonly OwnRule[] = [
  "past",
  "notice",
  "horizon",
  "closed",
  "busy_elsewhere",
  "buffers",
  "daily_limit",
  "weekly_limit",
  "light_day",
];

type Type = Schedule["type"];
type Stretch = { start: number; end: number };

/**
 * The coach's own rules that a session at `start` would pass over; `isTaken` when another session itself stands there,
 * which nobody may pass over. The same rules as for clients, asked one by one.
 */
export async function askOwnRules(
  tx: Tx,
  schedule: Schedule,
  start: number,
  now: number,
  except: string[] = [],
): Promise<{ warnings: Warning[]; isTaken: boolean }> {
  const { type } = schedule;
  const { during, occupied } = occupiedBy(type, start);
  const span = { start: during.start - 9 * day, end: during.end + 9 * day };
  const { book, busy } = await readBook(tx, type.coachId, span, now, except);
  const passed = (rule: OwnRule, isPassed: boolean): OwnRule[] => (isPassed ? [rule] : []);
  const allowed = bookableWindow(type, type.coachZone, now);
  const isNear = start > now && start < allowed.from;
  const isBuffered = book.some((other) => meet(other.occupied, occupied) && !meet(other.during, during));
  const rules = [
    ...passed("past", start <= now),
    ...passed("notice", isNear),
    ...passed("horizon", during.end > allowed.until),
    ...passed("closed", !isOpen(schedule, during)),
    ...passed(
      "busy_elsewhere",
      busy.some((other) => meet(other, occupied)),
    ),
    ...passed("buffers", isBuffered),
    ...limitOf(type, book, start),
  ];
  return {
    warnings: rules.map((rule) => ({ rule, sentence: wordsOf(rule, type) })),
    isTaken: book.some((other) => meet(other.during, during)),
  };
}

function isOpen({ type, weeklyHours, dateOverrides }: Schedule, during: Stretch): boolean {
  const session = { minutes: type.minutes, before: 0, after: 0, step: 1 };
  const window = { from: during.start, until: during.end };
  const open = openSlots({ timeZone: type.coachZone, weeklyHours, dateOverrides, busy: [], session, window });
  return open.includes(during.start);
}

function limitOf(type: Type, book: BookTime[], start: number): LimitRule[] {
  const counted = book.map(({ during, ...rest }) => ({ ...rest, start: during.start }));
  const range = { start, end: start + type.minutes * minute };
  const rule = limitsOf({ ...type, typeId: type.id }, counted, type.coachZone, range)(start);
  return rule ? [rule] : [];
}

function wordsOf(rule: OwnRule, type: Type): string {
  switch (rule) {
    case "past":
      return "That time has passed. It is written into the book as it was.";
    case "notice":
      return `It is sooner than the notice of ${lengthWords(type.notice)} that you ask for.`;
    case "horizon":
      return `It is further ahead than the ${type.horizonDays} days that you open for this kind.`;
    case "closed":
      return "It lies outside the hours that you open for this kind.";
    case "busy_elsewhere":
      return "Another calendar of yours says that you are busy then.";
    case "buffers":
      return "It comes closer to another session than the rest that you keep between them.";
    case "daily_limit":
      return `You hold at most ${type.dailyLimit} of this kind a day.`;
    case "weekly_limit":
      return `You hold at most ${type.weeklyLimit} of this kind a week.`;
    case "light_day":
      return "The day after such a session is to stay light.";
  }
}

const meet = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;
