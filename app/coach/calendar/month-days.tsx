import Link from "next/link";
import type { CalendarDay, Placed } from "./calendar-days.ts";
import { EventWords, looksOf } from "./event-words.tsx";
import { addressOf } from "./shown-days.ts";

// As many as a cell has lines for.
const most = 4;

/** Whole weeks of a month, each day with who comes. On a phone only the days on which something is. */
export function MonthDays({ days, month }: { days: CalendarDay[]; month: string }) {
  const isEmpty = days.every(({ date, items }) => !date.startsWith(month) || items.length === 0);
  return (
    <div>
      {isEmpty && <p className="calendar__empty">Nobody comes in this month.</p>}
      <p className="months__names" aria-hidden="true">
        {days.slice(0, 7).map(({ date, words }) => (
          <span key={date}>{words.slice(0, 3)}</span>
        ))}
      </p>
      <ol className="months">
        {days.map((day) => (
          <MonthDay key={day.date} day={day} isOut={!day.date.startsWith(month)} />
        ))}
      </ol>
    </div>
  );
}

function MonthDay({ day, isOut }: { day: CalendarDay; isOut: boolean }) {
  const { date, words, items, isToday, marks } = day;
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const isShut = day.open.length === 0;
  const says = [...(isToday ? ["today"] : []), ...marks, ...(isShut ? ["closed"] : [])].join(", ");
  const look = [
    isOut && "is-out",
    isToday && "is-today",
    isShut && "is-shut",
    items.length === 0 && "is-empty",
  ];
  const number = Number(date.slice(8));
  return (
    <li className={`months__day ${look.filter(Boolean).join(" ")}`}>
      <h2>
        <Link href={addressOf("day", date)} prefetch={false}>
          <span className="months__number" aria-hidden="true">
            {number}
          </span>
          <span className="months__long">{words}</span>
        </Link>
        {says && <span className="months__says">{says}</span>}
      </h2>
      {items.length > 0 && (
        <ul>
          {shown.map((item) => (
            <li key={item.key} className={`event ${looksOf(item)}`}>
              <MonthItem item={item} />
            </li>
          ))}
          {shown.length < items.length && (
            <li className="months__more">
              <Link href={addressOf("day", date)} prefetch={false}>
                {items.length - shown.length} more<span className="unseen"> on {words}</span>
              </Link>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function MonthItem({ item }: { item: Placed }) {
  if (item.look === "busy")
    return (
      <div>
        <EventWords item={item} />
      </div>
    );
  return (
    <Link href={`/coach/sessions/${item.id}`} prefetch={false}>
      <EventWords item={item} />
    </Link>
  );
}
