import { localDays, weekOfDay } from "#lib/scheduling/local-days.ts";

const day = 86_400_000;

export type Limits = {
  typeId: string;
  dailyLimit: number | null;
  weeklyLimit: number | null;
  /** How many sessions the day after one of these may have; null: as many as fit. */
  nextDayLimit: number | null;
};

/** A session in the coach's book, by the start of it in epoch ms. */
export type Counted = { typeId: string; nextDayLimit: number | null; start: number };

export type LimitRule = "daily_limit" | "weekly_limit" | "light_day";

/**
 * Which of the coach's own limits one more session at `start` would pass, by local dates in the coach's zone. `range`
 * spans all starts that will be asked about; the book should be known from a week before it to a week after it.
 */
export function limitsOf(
  limits: Limits,
  book: Counted[],
  zone: string,
  range: { start: number; end: number },
): (start: number) => LimitRule | undefined {
  const { dailyLimit, weeklyLimit, nextDayLimit } = limits;
  const isFree = dailyLimit === null && weeklyLimit === null && nextDayLimit === null;
  if (isFree && book.every((one) => one.nextDayLimit === null)) return () => undefined;
  const dayOf = localDays(zone, range.start - 9 * day, range.end + 9 * day);
  const ofKind = new Map<number, number>();
  const ofKindInWeek = new Map<number, number>();
  const all = new Map<number, number>();
  const leaves = new Map<number, number>();
  for (const { typeId, nextDayLimit, start } of book) {
    const date = dayOf(start);
    add(all, date);
    if (typeId === limits.typeId) {
      add(ofKind, date);
      add(ofKindInWeek, weekOfDay(date));
    }
    if (nextDayLimit !== null) leaves.set(date, Math.min(nextDayLimit, leaves.get(date) ?? nextDayLimit));
  }
  const count = (counts: Map<number, number>, key: number) => counts.get(key) ?? 0;
  return (start) => {
    const date = dayOf(start);
    if (limits.dailyLimit !== null && count(ofKind, date) >= limits.dailyLimit) return "daily_limit";
    if (limits.weeklyLimit !== null && count(ofKindInWeek, weekOfDay(date)) >= limits.weeklyLimit)
      return "weekly_limit";
    const left = leaves.get(date - 1);
    if (left !== undefined && (limits.nextDayLimit !== null || count(all, date) >= left)) return "light_day";
    // A day that is to be light cannot follow a full one, from whichever side one comes to it.
    if (limits.nextDayLimit !== null && (leaves.has(date + 1) || count(all, date + 1) > limits.nextDayLimit))
      return "light_day";
    return undefined;
  };
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
