import { ButtonLink } from "#app/ui/button.tsx";
import type { findAvailability } from "#lib/availability/queries.ts";
import { dateWords } from "#lib/time/words.ts";

type Availability = NonNullable<Awaited<ReturnType<typeof findAvailability>>>;

/** When the door is open in these days, as the booking page knows it. */
export function OpenHours({
  weeklyHours,
  dateOverrides,
  dates,
}: Pick<Availability, "weeklyHours" | "dateOverrides"> & { dates: string[] }) {
  const days = dates.map((date) => {
    const changed = dateOverrides.find((override) => override.date === date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
    return {
      date,
      isChanged: changed !== undefined,
      hours: changed?.hours ?? weeklyHours.filter((range) => range.weekday === weekday),
    };
  });
  return (
    <section aria-labelledby="open">
      <div>
        <h2 id="open">Open for booking</h2>
        <dl className="facts facts--days">
          {days.map(({ date, hours, isChanged }) => (
            <div key={date}>
              <dt>{shortDay(date)}</dt>
              <dd className={hours.length === 0 ? "quiet" : undefined}>
                {hours.map(({ from, to }) => (
                  <span key={from}>
                    {from} to {to}
                  </span>
                ))}
                {hours.length === 0 && <span>Closed</span>}
                {isChanged && <span className="quiet small">Changed for this day</span>}
              </dd>
            </div>
          ))}
        </dl>
        <ButtonLink look="quiet" href="/coach/availability">
          Change your hours
        </ButtonLink>
        <br />
        <ButtonLink look="quiet" href="/coach/calendar-address">
          Keep your book in your calendar
        </ButtonLink>
      </div>
    </section>
  );
}

function shortDay(date: string): string {
  const [weekday = "", day, month = ""] = dateWords(date).split(" ");
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}
