import type { Route } from "next";
import Link from "next/link";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { ReadIt } from "#app/coach/reflections/read-it.tsx";
import { TierBadges } from "#app/coach/reflections/tier-badges.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { type Flagged, listFlagsBeside } from "#lib/flags/queries.ts";
import { listBesideSession, type Shown } from "#lib/reflections/for-coach/queries.ts";

type SharedHereProps = { coach: CoachViewer; booking: FoundBooking; now: number };
type Asked = "session" | "guidance_day";
type Person = { id: string; name: string };

/** What those who come share before this session, and what waits for a talk with them. */
export async function SharedHere({ coach, booking, now }: SharedHereProps) {
  const { attendees, coachZone: zone, status } = booking;
  const clientIds = attendees.map(({ id }) => id);
  const [{ asked, shown }, flagged] = await Promise.all([
    listBesideSession(coach, booking),
    listFlagsBeside(coach, { id: booking.id, clientIds }),
  ]);
  const stands = ["requested", "confirmed", "completed"].includes(status);
  const kinds = asked.filter((kind) => stands || shown.some((one) => one.kind === kind));
  if (clientIds.length === 0 || (kinds.length === 0 && flagged.length === 0)) return null;
  return (
    <section className="shared-here" aria-labelledby="shared-here">
      <h2 id="shared-here">Before this session</h2>
      {attendees.map((person) => (
        <FromPerson
          key={person.id}
          person={person}
          isAlone={attendees.length === 1}
          flagged={flagged.filter(({ client }) => client.id === person.id)}
          lines={kinds.map((kind) => ({
            kind,
            shown: shown.find((one) => one.kind === kind && one.client.id === person.id),
          }))}
          zone={zone}
          now={now}
        />
      ))}
    </section>
  );
}

type FromPersonProps = {
  person: Person;
  isAlone: boolean;
  flagged: Flagged[];
  lines: { kind: Asked; shown: Shown | undefined }[];
  zone: string;
  now: number;
};

function FromPerson({ person: { name }, isAlone, flagged, lines, zone, now }: FromPersonProps) {
  return (
    <div className="shared-here__person">
      {!isAlone && <h3>{name}</h3>}
      <ul className="waits">
        {lines.map(({ kind, shown }) => (
          <li key={kind}>
            <h3>{kind === "session" ? `What ${name} writes before it` : `What ${name} writes on the day`}</h3>
            {shown ? (
              <OneShown shown={shown} name={name} zone={zone} now={now} />
            ) : (
              <p className="quiet">Nothing has been shared yet.</p>
            )}
          </li>
        ))}
        {flagged.map((one) => (
          <li key={one.shareId}>
            <p>
              <TierBadges tiers={one.tiers} />
            </p>
            <p className="small quiet">
              <Link href={`/coach/reflections/${one.shareId}` as Route} prefetch={false}>
                {aboutWords(one, zone, now)}
              </Link>
              , since {dateOf(one.since, zone, now)}
            </p>
          </li>
        ))}
      </ul>
      {flagged.length === 0 && <p className="small quiet">No open flags.</p>}
    </div>
  );
}

function OneShown({ shown, name, zone, now }: { shown: Shown; name: string; zone: string; now: number }) {
  const came = `Shared on ${dateOf(shown.at, zone, now)}.`;
  if (shown.openedAt === null)
    return (
      <>
        <p className="quiet">{came} You have not opened it.</p>
        <ReadIt shareId={shown.id} what={`what ${name} shared`} />
      </>
    );
  return (
    <p>
      <Badge kind="done">You have opened it</Badge>{" "}
      <Link href={`/coach/reflections/${shown.id}` as Route} prefetch={false}>
        Read it again<span className="unseen">: what {name} shared</span>
      </Link>{" "}
      <span className="quiet">{came}</span>
    </p>
  );
}
