import type { OwnBooking } from "#app/(client)/sessions/sort-sessions.ts";
import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import { clockWords, lengthWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

const shown = 8;

type Reading = { zone: string; now: number };

/** Meetings one under another. What kind they are stands on their own pages only. */
export function SessionRows({
  title,
  sessions,
  ...reading
}: Reading & { title: string; sessions: OwnBooking[] }) {
  const older = sessions.slice(shown);
  return (
    <section aria-label={title}>
      <div className="bar">
        <h2>{title}</h2>
        <p className="small quiet">In {fullZoneWords(reading.zone)}</p>
      </div>
      <List sessions={sessions.slice(0, shown)} {...reading} />
      {older.length > 0 && (
        <details>
          <summary>Show {older.length} more</summary>
          <List sessions={older} {...reading} />
        </details>
      )}
    </section>
  );
}

function List({ sessions, zone, now }: Reading & { sessions: OwnBooking[] }) {
  return (
    <Rows>
      {sessions.map((booking) => {
        const { start, end } = booking.during;
        return (
          <Row
            key={booking.id}
            href={`/sessions/${booking.id}`}
            title={<Instant at={start}>{`${dateOf(start, zone, now)}, ${clockWords(start, zone)}`}</Instant>}
            more={`Meeting with ${booking.coachName}, ${lengthWords((end - start) / 60_000)}`}
            end={<StandingBadge booking={booking} now={now} />}
          />
        );
      })}
    </Rows>
  );
}
