import { Badge } from "#app/ui/badge.tsx";
import type { findCalendar } from "#lib/bookings/calendar-week.ts";
import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

type Feeds = Awaited<ReturnType<typeof findCalendar>>["feeds"];

/** How fresh the busy times of other calendars are. Nothing where there is none. */
export function OtherCalendars({ feeds, zone, now }: { feeds: Feeds; zone: string; now: number }) {
  if (feeds.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">Your other calendars</h2>
      <ul className="others">
        {feeds.map((feed) => (
          <li key={feed.id}>
            <Feed feed={feed} when={(at) => whenWords(at, zone, now)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Feed({
  feed: { name, state, problem, goodAt },
  when,
}: {
  feed: Feeds[number];
  when: (at: number) => string;
}) {
  if (state === "good" && goodAt)
    return (
      <Badge kind="done">
        {name}, read {when(goodAt)}
      </Badge>
    );
  if (state === "new") return <Badge>{name}, not read yet</Badge>;
  return (
    <>
      <Badge kind="off">{name}</Badge>
      <p className="small">
        {problem} {goodAt ? `Last read well ${when(goodAt)}. The busy times from then are kept.` : ""}
      </p>
    </>
  );
}

function whenWords(at: number, zone: string, now: number): string {
  const clock = clockWords(at, zone);
  return dateIn(at, zone) === dateIn(now, zone) ? `at ${clock}` : `on ${dayWords(at, zone)} at ${clock}`;
}
