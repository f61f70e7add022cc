import type { Route } from "next";
import Link from "next/link";
import { dateOf, namesOf } from "#app/ui/when.tsx";
import type { Today } from "#lib/desk/today.ts";
import { stateWords } from "#lib/notes/states.ts";

type NotFinishedYetProps = { sessions: Today["unfinished"]; hasMore: boolean; zone: string; now: number };

/** The sessions that something is still to be written about. Nothing where there are none. */
export function NotFinishedYet({ sessions, hasMore, zone, now }: NotFinishedYetProps) {
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">Not finished yet</h2>
      <ul className="waits">
        {sessions.map((session) => (
          <li key={session.id}>
            <h3>
              <Link href={`/coach/sessions/${session.id}#after` as Route} prefetch={false}>
                {namesOf(session.attendees)}, {dateOf(session.during.start, zone, now)}
              </Link>
            </h3>
            <p className="quiet">{stateWords(session)}</p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="quiet">
          Earlier ones are in <Link href="/coach/calendar">your calendar</Link>.
        </p>
      )}
    </section>
  );
}
