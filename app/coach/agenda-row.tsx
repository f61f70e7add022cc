import Link from "next/link";
import { SessionBadge } from "#app/coach/session-badge.tsx";
import { theirZones, whoComes } from "#app/coach/who-comes.ts";
import { elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import type { BookEntry } from "#lib/bookings/queries.ts";
import { clockWords, lengthWords } from "#lib/time/words.ts";

/** When on both clocks, who, which kind, and how it stands. */
export function AgendaRow({ entry, zone, now }: { entry: BookEntry; zone: string; now: number }) {
  const { start, end } = entry.during;
  const elsewhere = theirZones(entry).filter((their) => !isSameClock(start, their, zone));
  return (
    <li>
      <p className="agenda__time">
        <time dateTime={new Date(start).toISOString()}>{clockWords(start, zone)}</time>
        {elsewhere.map((their) => (
          <span key={their}>{elsewhereWords(start, their, zone)}</span>
        ))}
      </p>
      <div>
        <h3>
          <Link href={`/coach/sessions/${entry.id}`} prefetch={false}>
            {whoComes(entry)}
          </Link>
        </h3>
        <p className="quiet">
          {entry.typeName}, {lengthWords((end - start) / 60_000)}
        </p>
      </div>
      <p className="agenda__state">
        <SessionBadge booking={entry} zone={zone} now={now} />
      </p>
    </li>
  );
}
