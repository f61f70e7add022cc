import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf, elsewhereWords, Instant, isSameClock } from "#app/ui/when.tsx";
import type { OwnSession } from "#lib/bookings/own-sessions.ts";
import type { ToAnswer } from "#lib/bookings/request-queries.ts";
import { clockWords, lengthWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

const shown = 8;

export type Reading = { zone: string; now: number; toAnswer: ReadonlyMap<string, ToAnswer> };

type SessionRowsProps = Reading & {
  title: string;
  sessions: OwnSession[];
  /** Nothing is folded away. */
  whole?: boolean;
};

/** Meetings one under another. What kind they are stands on their own pages only. */
export function SessionRows({ title, sessions, whole = false, ...reading }: SessionRowsProps) {
  const first = whole ? sessions.length : shown;
  const older = sessions.slice(first);
  return (
    <section aria-label={title}>
      <div className="bar">
        <h2>{title}</h2>
        <p className="small quiet">In {fullZoneWords(reading.zone)}</p>
      </div>
      <List sessions={sessions.slice(0, first)} {...reading} />
      {older.length > 0 && (
        <details>
          <summary>Show {older.length} more</summary>
          <List sessions={older} {...reading} />
        </details>
      )}
    </section>
  );
}

function List({ sessions, zone, now, toAnswer }: Reading & { sessions: OwnSession[] }) {
  return (
    <Rows>
      {sessions.map((booking) => (
        <Row
          key={booking.id}
          href={`/sessions/${booking.id}`}
          title={<Instant at={booking.during.start}>{whenWords(booking.during.start, zone, now)}</Instant>}
          more={<About booking={booking} zone={zone} now={now} />}
          end={<StandingBadge booking={booking} now={now} toAnswer={toAnswer.get(booking.id)} />}
        />
      ))}
    </Rows>
  );
}

function About({ booking, zone, now }: { booking: OwnSession; zone: string; now: number }) {
  const { during, movedFrom, status, coachName, coachZone } = booking;
  const length = lengthWords((during.end - during.start) / 60_000);
  return (
    <>
      Meeting with {coachName}, {length}
      {!isSameClock(during.start, zone, coachZone) &&
        `, ${elsewhereWords(during.start, coachZone, zone)} for ${coachName}`}
      {movedFrom && (status === "confirmed" || status === "requested") && (
        <span className="row__moved">Moved from {whenWords(movedFrom.start, zone, now)}</span>
      )}
    </>
  );
}

function whenWords(at: number, zone: string, now: number): string {
  return `${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;
}
