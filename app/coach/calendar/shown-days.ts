import { Temporal } from "temporal-polyfill";
import { listDates } from "#lib/bookings/rules.ts";
import { dateAfter } from "#lib/time/wall-clock.ts";
import { dateWords } from "#lib/time/words.ts";

export const views = ["day", "week", "month"] as const;
export type View = (typeof views)[number];

/** What the address asks for: `?view=week&date=2026-11-26`. What it leaves out or garbles is the week of today. */
export function readAddress(
  asked: Record<string, string | string[] | undefined>,
  today: string,
): { view: View; date: string } {
  const view = views.find((one) => one === asked.view) ?? "week";
  return { view, date: readDate(asked.date) ?? today };
}

export const addressOf = (view: View, date: string) => `/coach/calendar?view=${view}&date=${date}` as const;

/** The local dates that a view shows. Weeks begin on Monday, and a month has its first and last week whole. */
export function datesShown(view: View, date: string): string[] {
  if (view === "day") return [date];
  if (view === "week") return listDates(mondayOf(date), 7);
  const first = monthOf(date);
  const last = dateAfter(monthOf(first.add({ months: 1 }).toString()).toString(), -1);
  const monday = mondayOf(first.toString());
  return listDates(monday, (daysBetween(monday, mondayOf(last)) / 7 + 1) * 7);
}

/** The dates that the ways back and on lead to. */
export function datesBeside(view: View, date: string): { before: string; after: string } {
  if (view === "month") {
    const first = monthOf(date);
    return { before: first.add({ months: -1 }).toString(), after: first.add({ months: 1 }).toString() };
  }
  const days = view === "day" ? 1 : 7;
  return { before: dateAfter(date, -days), after: dateAfter(date, days) };
}

/** "Thursday 26 November", "23 to 29 November" or "November 2026"; the year also when it is not this one. */
export function titleOf(view: View, date: string, today: string): string {
  const year = date.slice(0, 4) !== today.slice(0, 4);
  if (view === "day") return dateWords(date, { year });
  if (view === "month") return dateWords(date, { year: true }).split(" ").slice(2).join(" ");
  return weekWords(mondayOf(date), { year });
}

/** "23 to 29 November", "30 November to 6 December". */
export function weekWords(monday: string, { year = false } = {}): string {
  const sunday = dateAfter(monday, 6);
  const [, firstDay = "", firstMonth = ""] = dateWords(monday).split(" ");
  const [, lastDay, lastMonth] = dateWords(sunday).split(" ");
  const first = firstMonth === lastMonth ? firstDay : `${firstDay} ${firstMonth}`;
  return `${first} to ${lastDay} ${lastMonth}${year ? ` ${sunday.slice(0, 4)}` : ""}`;
}

export function mondayOf(date: string): string {
  return dateAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}

function readDate(text: string | string[] | undefined): string | undefined {
  if (typeof text !== "string" || !/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const ms = Date.parse(text);
  // 30 February would be read as 2 March.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : text;
}

function monthOf(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date).with({ day: 1 });
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
