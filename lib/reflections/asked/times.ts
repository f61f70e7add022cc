import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";
import type { About } from "./about.ts";

/** Epoch milliseconds. */
type Span = { start: number; end: number };

const threeDays = 72 * 3_600_000;
const morning = 9 * 60;
const daysOpen = 30;

/**
 * From when until when it can be answered: what is asked before a session from three days before it until it is over,
 * what is asked on the day of guidance from that local day's first minute until it begins, a check-in from nine in the
 * morning of its day until the next one opens, a month at most. Instants in epoch milliseconds; `nextDay` is that of
 * the check-in after this one.
 */
export function timeToAnswer(
  { kind, day }: Pick<About, "kind" | "day">,
  during: Span,
  zone: string,
  nextDay?: number,
): { from: number; until: number } {
  const { date } = wallTimeAt(during.start, zone);
  const on = (days: number, minute: number) => firstInstantAt({ date: dateAfter(date, days), minute }, zone);
  if (kind === "session") return { from: during.start - threeDays, until: during.end };
  if (kind === "guidance_day") return { from: on(0, 0), until: during.start };
  const last = (day ?? 0) + daysOpen;
  const from = Math.max(on(day ?? 0, morning), during.end);
  return { from, until: on(Math.min(nextDay ?? last, last), morning) };
}
