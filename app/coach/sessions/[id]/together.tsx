import type { Route } from "next";
import Link from "next/link";
import { StateBadge } from "#app/coach/sessions/[id]/state-badge.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { FoundArc } from "#lib/arcs/queries.ts";
import { clockWords } from "#lib/time/words.ts";

/** What was asked for or stands together with this session, and what the day itself waits for. */
export function Together({
  arc,
  bookingId,
  zone,
  now,
}: {
  arc: FoundArc;
  bookingId: string;
  zone: string;
  now: number;
}) {
  return (
    <>
      <section aria-labelledby="together">
        <h2 id="together">What belongs together</h2>
        <ol className="waits">
          {arc.sessions.map(({ id, label, name, status, during }) => (
            <li key={id}>
              <h3>
                {id === bookingId ? name : <Link href={`/coach/sessions/${id}`}>{name}</Link>}{" "}
                <span>{label}</span>
              </h3>
              <p>
                {dateOf(during.start, zone, now)}, {clockWords(during.start, zone)} to{" "}
                {clockWords(during.end, zone)}
              </p>
              <p>
                <StateBadge status={status} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      {arc.gate && (
        <section aria-labelledby="gate">
          <h2 id="gate">What comes before the day</h2>
          <p className="quiet mb-3">
            {arc.gate.mayConfirm
              ? "Everything on this list is in place or planned."
              : "Something is still open. You can say yes all the same, with a few words on why."}
          </p>
          <ul className="waits">
            {arc.gate.conditions.map(({ key, state, label, sentence, link }) => (
              <li key={key}>
                <h3>
                  {label} <Badge kind={badges[state]}>{states[state]}</Badge>
                </h3>
                <p className="small quiet">
                  {sentence}{" "}
                  {link && (
                    <Link href={link.href as Route} prefetch={false} aria-label={`${link.words}: ${label}`}>
                      {link.words}
                    </Link>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const states = { met: "In place", planned: "Planned", open: "Open" };
const badges = { met: "done", planned: "held", open: "asked" } as const;
