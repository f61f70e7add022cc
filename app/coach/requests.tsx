import { theirZones, whoComes } from "#app/coach/who-comes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { dateOf, elsewhereWords, Instant, isSameClock } from "#app/ui/when.tsx";
import type { OpenRequest } from "#lib/bookings/queries.ts";
import { clockWords } from "#lib/time/words.ts";

/** What waits for the coach's answer. */
export function Requests({ requests, zone, now }: { requests: OpenRequest[]; zone: string; now: number }) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <div>
        <h2 id="requests">Requests</h2>
        <ol className="waits">
          {requests.map((request) => (
            <Waiting key={request.id} request={{ ...request, heldName: undefined }} zone={zone} now={now} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Waiting({
  request,
  zone,
  now,
}: {
  request: OpenRequest & { heldName: undefined };
  zone: string;
  now: number;
}) {
  const { start } = request.during;
  const who = whoComes(request);
  const elsewhere = theirZones(request).filter((their) => !isSameClock(start, their, zone));
  return (
    <li>
      <h3>
        {who} <span>{request.typeName}</span>
      </h3>
      <p>
        <Instant at={start}>{`${dateOf(start, zone, now)}, ${clockWords(start, zone)}`}</Instant>{" "}
        <span className="quiet small">
          {elsewhere.map((their) => elsewhereWords(start, their, zone)).join(", ")}
        </span>
      </p>
      <p className="small quiet">{stateOf(request)}</p>
      <ButtonLink look="quiet" href={`/coach/sessions/${request.id}`}>
        Look and answer<span className="unseen"> {who}</span>
      </ButtonLink>
    </li>
  );
}

function stateOf({ proposed, attendees }: OpenRequest): string {
  const waiting = attendees.find(({ hasAgreed }) => !hasAgreed);
  if (waiting) return `${waiting.name} has not said yet whether it suits.`;
  if (proposed === 1) return "You offered another time. It is kept until they choose.";
  if (proposed > 1) return "You offered other times. They are kept until one is chosen.";
  return "The time is kept until you answer.";
}
