import { dateIn } from "#lib/time/words.ts";

type Begun = { during: { start: number } };
type DayGroup<Entry> = { dates: string[]; entries: Entry[] };

/** Local dates with what happens on them. Free days in a row stand together, but today and tomorrow stand alone. */
export function groupDays<Entry extends Begun>(
  book: Entry[],
  dates: string[],
  zone: string,
): DayGroup<Entry>[] {
  const [today, ...later] = dates;
  const groups: DayGroup<Entry>[] = [];
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
function touches({ during }: Begun, date: string, isToday: boolean, zone: string): boolean {
  const begins = dateIn(during.start, zone);
  return begins === date || (isToday && begins < date);
}
