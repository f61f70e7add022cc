import Link from "next/link";
import { wallTimeAt } from "#lib/time/wall-clock.ts";
import { dateWords } from "#lib/time/words.ts";
import { addressOf, mondayOf, titleOf, type View, weekWords } from "./shown-days.ts";

/** The weeks round the shown day, each a way to that week; a line under a day on which somebody comes. */
export function SmallMonth({
  dates,
  date,
  view,
  today,
  booked,
  zone,
}: {
  dates: string[];
  date: string;
  view: View;
  today: string;
  booked: { start: number }[];
  zone: string;
}) {
  const has = new Set(booked.map(({ start }) => wallTimeAt(start, zone).date));
  const mondays = dates.filter((_, index) => index % 7 === 0);
  return (
    <section aria-labelledby="month">
      <h2 id="month">{titleOf("month", date, today)}</h2>
      <p className="month__days" aria-hidden="true">
        {dates.slice(0, 7).map((day) => (
          <span key={day}>{dateWords(day).slice(0, 2)}</span>
        ))}
      </p>
      <ol className="month">
        {mondays.map((monday, week) => {
          const isShown = view !== "month" && monday === mondayOf(date);
          return (
            <li key={monday}>
              <Link
                href={addressOf("week", monday)}
                prefetch={false}
                aria-current={isShown ? "true" : undefined}
              >
                <span className="unseen">Week of {weekWords(monday)}</span>
                {dates.slice(week * 7, week * 7 + 7).map((day) => (
                  <span key={day} className={looks(day, date, today, has)} aria-hidden="true">
                    {Number(day.slice(8))}
                  </span>
                ))}
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function looks(day: string, date: string, today: string, has: Set<string>): string {
  const isOut = day.slice(0, 7) !== date.slice(0, 7);
  return [isOut && "out", day === today && "today", has.has(day) && "has"].filter(Boolean).join(" ");
}
