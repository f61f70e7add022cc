import { hoursWords } from "#app/coach/availability/hours-words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import type { findAvailability } from "#lib/availability/queries.ts";
import { dateWords } from "#lib/time/words.ts";

type Availability = NonNullable<Awaited<ReturnType<typeof findAvailability>>>;

/** When the door is open in these days, as the booking page knows it. */
export function OpenHours({
  weeklyHours,
  dateOverrides,
  timeOff,
  types,
  dates,
}: Pick<Availability, "weeklyHours" | "dateOverrides" | "timeOff" | "types"> & { dates: string[] }) {
  const days = dates.map((date) => {
    const changed = dateOverrides.find((override) => override.date === date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
    const isOff = timeOff.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
    return {
      date,
      isOff,
      isChanged: changed !== undefined && !isOff,
      hours: isOff ? [] : (changed?.hours ?? weeklyHours.filter((range) => range.weekday === weekday)),
    };
  });
  return (
    <section aria-labelledby="open">
      <div>
        <h2 id="open">Open for booking</h2>
        <dl className="facts facts--days">
          {days.map(({ date, hours, isOff, isChanged }) => (
            <div key={date}>
              <dt>{shortDay(date)}</dt>
              <dd className={hours.length === 0 ? "quiet" : undefined}>
                {hours.map((range) => (
                  <span key={JSON.stringify(range)}>{hoursWords([range], types)}</span>
                ))}
                {hours.length === 0 && <span>{isOff ? "Time off" : "Closed"}</span>}
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
