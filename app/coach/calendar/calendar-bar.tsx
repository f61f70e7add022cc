import Link from "next/link";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { addressOf, datesBeside, titleOf, type View, views } from "./shown-days.ts";

const names: Record<View, string> = { day: "Day", week: "Week", month: "Month" };

/** Which days, the ways to others, and the way to a new session. */
export function CalendarBar({ view, date, today }: { view: View; date: string; today: string }) {
  const { before, after } = datesBeside(view, date);
  return (
    <div className="bar">
      <div className="bar__move">
        <h1>{titleOf(view, date, today)}</h1>
      </div>
      <div className="actions calendar__ways">
        <Link className="square" href={addressOf(view, before)} prefetch={false}>
          <span className="unseen">{names[view]} before</span>
          <Icon name="before" />
        </Link>
        <Link className="square" href={addressOf(view, today)} prefetch={false}>
          Today
        </Link>
        <Link className="square" href={addressOf(view, after)} prefetch={false}>
          <span className="unseen">{names[view]} after</span>
          <Icon name="after" />
        </Link>
        <nav aria-label="How much to show">
          <ul className="pick">
            {views.map((one) => (
              <li key={one}>
                <Link
                  href={addressOf(one, date)}
                  prefetch={false}
                  aria-current={one === view ? "true" : undefined}
                >
                  {names[one]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ButtonLink href={`/coach/calendar/book?date=${date < today ? today : date}`}>
          Book for a client
        </ButtonLink>
      </div>
    </div>
  );
}
