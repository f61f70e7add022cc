import { dateWords } from "#lib/time/words.ts";

const day = 86_400_000;

/** The Monday of the week that a local date ("2026-12-01") lies in. */
export function mondayOf(date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - weekday * day).toISOString().slice(0, 10);
}

/** The local date that many weeks on. */
export function weeksOn(date: string, weeks: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + weeks * 7 * day).toISOString().slice(0, 10);
}

/** The seven local dates of the week that begins on this Monday. */
export function datesOf(monday: string): string[] {
  const first = Date.parse(`${monday}T12:00:00Z`);
  return Array.from({ length: 7 }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10));
}

/** "30 November to 6 December", for the Monday. */
export function weekWords(monday: string): string {
  const sunday = new Date(Date.parse(`${monday}T12:00:00Z`) + 6 * day).toISOString().slice(0, 10);
  return `${withoutWeekday(monday)} to ${withoutWeekday(sunday)}`;
}

function withoutWeekday(date: string): string {
  return dateWords(date).split(" ").slice(1).join(" ");
}

/** "Morning", "Afternoon", "Evening": where in the day a clock time like "17:30" lies. Night counts as morning. */
export function partOfDay(clock: string): "Morning" | "Afternoon" | "Evening" {
  if (clock < "12:00") return "Morning";
  return clock < "18:00" ? "Afternoon" : "Evening";
}
