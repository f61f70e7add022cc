import type { BookEntry } from "#lib/bookings/queries.ts";
import { dateIn } from "#lib/time/words.ts";

type DayGroup = { dates: string[]; entries: BookEntry[] };

/** Local dates with what happens on them. Free days in a row stand together, but today and tomorrow stand alone. */
export function groupDays(book: BookEntry[], dates: string[], zone: string): DayGroup[] {
  const [today, ...later] = dates;
  const groups: DayGroup[] = [];
  for (const date of dates) {
    const entries = book.filter((entry) => touches(entry, date, date === today, zone));
    const last = groups.at(-1);
    const isFreeRun = entries.length === 0 && last?.entries.length === 0 && later.indexOf(date) > 0;
    if (isFreeRun && last && last.dates[0] !== today && last.dates[0] !== later[0]) last.dates.push(date);
    else groups.push({ dates: [date], entries });
  }
  return groups;
}

// What began yesterday and is not over yet is part of today.
function touches({ during }: BookEntry, date: string, isToday: boolean, zone: string): boolean {
  const begins = dateIn(during.start, zone);
  return begins === date || (isToday && begins < date);
}
