import type { CalendarDay } from "./calendar-days.ts";
import { type HourRange, hourRange } from "./places.ts";

type Minutes = { from: number; until: number };

/**
 * From which hour to which the days are drawn: whatever is open, all sessions, and what is moved. Being busy elsewhere
 * makes the day longer only when it would not be seen at all.
 */
export function hoursToDraw(days: CalendarDay[], more: Minutes[] = []): HourRange {
  const items = days.flatMap((day) => day.items);
  const sessions = items.filter(({ look }) => look !== "busy");
  const [first, last] = hourRange([...sessions, ...days.flatMap((day) => day.open), ...more]);
  const unseen = items.filter(({ from, until }) => until <= first * 60 || from >= last * 60);
  return hourRange([{ from: first * 60, until: last * 60 }, ...unseen]);
}
