import { dateWords } from "#lib/time/words.ts";

/** Local dates, both of them off. */
export type Days = { fromDate: string; toDate: string };
export type TimeOff = Days & { id: string };

/** "Sunday 20 December to Sunday 3 January 2027": with the year of what is not in this one. */
export function daysWords({ fromDate, toDate }: Days, today: string): string {
  const words = (date: string) => dateWords(date, { year: date.slice(0, 4) !== today.slice(0, 4) });
  return fromDate === toDate ? words(fromDate) : `${words(fromDate)} to ${words(toDate)}`;
}

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "One session lies inside:" before the list of them. */
export function insideWords(count: number): string {
  const number = small[count] ?? String(count);
  return count === 1 ? `${number} session lies inside:` : `${number} sessions lie inside:`;
}

/** Whether two spans of days meet. */
export function meet(one: Days, other: Days): boolean {
  return one.fromDate <= other.toDate && other.fromDate <= one.toDate;
}
