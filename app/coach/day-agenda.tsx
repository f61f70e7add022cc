import { AgendaRow, type Beside } from "#app/coach/agenda-row.tsx";
import { listDates } from "#lib/bookings/rules.ts";
import type { DeskEntry } from "#lib/desk/today.ts";
import { dateWords } from "#lib/time/words.ts";

/** One day of the book, or a run of days on which nobody comes. */
export function DayAgenda({
  dates,
  entries,
  beside,
  today,
  zone,
  now,
}: {
  dates: string[];
  entries: DeskEntry[];
  beside: Beside;
  today: string;
  zone: string;
  now: number;
}) {
  const [date = today] = dates;
  const isNear = listDates(today, 2).includes(date);
  if (entries.length === 0 && !isNear) return <p className="quiet">Nobody comes on {daysInWords(dates)}.</p>;
  return (
    <section aria-labelledby={`day-${date}`}>
      <h2 id={`day-${date}`}>{titleOf(date, today)}</h2>
      {entries.length === 0 ? (
        <p className="quiet">Nobody comes {date === today ? "today" : "tomorrow"}.</p>
      ) : (
        <ol className="agenda">
          {entries.map((entry) => (
            <AgendaRow key={entry.id} entry={entry} beside={beside} zone={zone} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
}

function titleOf(date: string, today: string): string {
  if (date === today) return "Today";
  const [weekday, ...rest] = dateWords(date).split(" ");
  return date === listDates(today, 2)[1] ? `Tomorrow, ${weekday}` : [weekday, ...rest].join(" ");
}

function daysInWords(dates: string[]): string {
  return new Intl.ListFormat("en-GB").format(dates.map((date) => dateWords(date)));
}
