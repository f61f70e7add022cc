import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

const evening = 18 * 60;
const morning = 9 * 60;
const hour = 3_600_000;

/**
 * When it could be shown instead of now: the evening before, else that morning, else an hour before. Undefined when
 * there is no such time left. An instant in epoch milliseconds.
 */
export function laterThan(now: number, start: number, zone: string): number | undefined {
  const { date } = wallTimeAt(start, zone);
  const on = (days: number, minute: number) => firstInstantAt({ date: dateAfter(date, days), minute }, zone);
  return [on(-1, evening), on(0, morning), start - hour].find((at) => now < at && at < start);
}

/** As date and time fields say it: "2026-12-07", "18:00". */
export function fieldsAt(at: number, zone: string): { date: string; time: string } {
  const { date, minute } = wallTimeAt(at, zone);
  const two = (number: number) => String(number).padStart(2, "0");
  return { date, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}

/** The instant that two fields say, where they say one. */
export function instantOf({ date, time }: { date: string; time: string }, zone: string): number | undefined {
  const [hours, minutes] = time.split(":").map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || hours === undefined || minutes === undefined) return undefined;
  const minute = hours * 60 + minutes;
  return Number.isInteger(minute) ? firstInstantAt({ date, minute }, zone) : undefined;
}
