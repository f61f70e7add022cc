import Link from "next/link";
import { DeskStates } from "#app/coach/desk-states.tsx";
import { SessionBadge } from "#app/coach/session-badge.tsx";
import { theirZones, whoComes } from "#app/coach/who-comes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import { standingOf } from "#lib/bookings/standing.ts";
import type { DeskEntry, GateState } from "#lib/desk/today.ts";
import type { Flagged } from "#lib/flags/queries.ts";
import { needsTalk } from "#lib/flags/tier-words.ts";
import type { ScreeningToLookAt } from "#lib/screening/to-look-at.ts";
import { clockWords, lengthWords } from "#lib/time/words.ts";

const aWhile = 3 * 3_600_000;

/** What is known beside the sessions, by whom it is about. */
export type Beside = { flagged: Flagged[]; screenings: ScreeningToLookAt[]; gates: Map<string, GateState> };

type AgendaRowProps = { entry: DeskEntry; beside: Beside; zone: string; now: number };

/** When on both clocks, who, which kind, and how it stands. */
export function AgendaRow({ entry, beside: { flagged, screenings, gates }, zone, now }: AgendaRowProps) {
  const { start, end } = entry.during;
  const elsewhere = theirZones(entry).filter((their) => !isSameClock(start, their, zone));
  const toTalkAbout = entry.attendees.flatMap(({ id, name }) => {
    const written = flagged.filter(({ client, tiers }) => client.id === id && !tiers.includes("please_look"));
    const health = screenings.filter(({ client, tiers }) => client.id === id && tiers.some(needsTalk));
    const count = written.length + health.length;
    return count > 0 ? [{ name, count }] : [];
  });
  const isSoon =
    standingOf(entry, now) === "now" || (standingOf(entry, now) === "ahead" && start - now < aWhile);
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
        {isSoon && (
          <ButtonLink href={`/coach/sessions/${entry.id}`}>
            Before the session<span className="unseen">, {whoComes(entry)}</span>
          </ButtonLink>
        )}
      </div>
      <p className="agenda__state">
        <SessionBadge booking={entry} zone={zone} now={now} />
        <DeskStates
          entry={entry}
          toTalkAbout={toTalkAbout}
          gate={gates.get(entry.id)}
          zone={zone}
          now={now}
        />
      </p>
    </li>
  );
}
