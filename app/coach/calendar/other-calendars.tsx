import { readWords, sinceWords } from "#app/coach/availability/feed-words.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { ListedFeed } from "#lib/calendar/busy/queries.ts";

/** How fresh the busy times of other calendars are. Nothing where there is none. */
export function OtherCalendars({ feeds, zone, now }: { feeds: ListedFeed[]; zone: string; now: number }) {
  if (feeds.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">Your other calendars</h2>
      <ul className="others">
        {feeds.map((feed) => (
          <li key={feed.id}>
            <Freshness feed={feed} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Freshness({ feed, zone, now }: { feed: ListedFeed; zone: string; now: number }) {
  const { name, state, goodAt } = feed;
  if (state === "new") return <Badge kind="held">{name}, being read</Badge>;
  if (state === "good")
    return (
      <Badge kind="done">
        {name}, read {readWords(goodAt ?? now, now, zone)}
      </Badge>
    );
  return (
    <>
      <Badge kind="off">{name}</Badge>
      <p className="small">
        {goodAt === null
          ? "Not read yet."
          : `Not read since ${sinceWords(goodAt, now, zone)}. The busy times from then are kept.`}{" "}
        <a href="/coach/availability#calendars">
          Look at the address<span className="unseen"> of {name}</span>
        </a>
      </p>
    </>
  );
}
