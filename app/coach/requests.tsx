import { gateWords } from "#app/coach/desk-states.tsx";
import { theirZones, whoComes } from "#app/coach/who-comes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { dateOf, elsewhereWords, Instant, isSameClock } from "#app/ui/when.tsx";
import type { DeskEntry, GateState } from "#lib/desk/today.ts";
import { clockWords } from "#lib/time/words.ts";

type RequestsProps = { requests: DeskEntry[]; gates: Map<string, GateState>; zone: string; now: number };

/** What waits for the coach's answer. */
export function Requests({ requests, gates, zone, now }: RequestsProps) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <div>
        <h2 id="requests">Requests</h2>
        <ol className="waits">
          {requests.map((request) => (
            <Waiting key={request.id} request={request} gate={gates.get(request.id)} zone={zone} now={now} />
          ))}
        </ol>
      </div>
    </section>
  );
}

type WaitingProps = { request: DeskEntry; gate: GateState | undefined; zone: string; now: number };

function Waiting({ request, gate, zone, now }: WaitingProps) {
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
      {gate && <p className="small quiet">{gateWords(gate)}</p>}
      <ButtonLink look="quiet" href={`/coach/sessions/${request.id}`}>
        Look and answer<span className="unseen"> {who}</span>
      </ButtonLink>
    </li>
  );
}

function stateOf({ proposed, attendees }: DeskEntry): string {
  const waiting = attendees.find(({ hasAgreed }) => !hasAgreed);
  if (waiting) return `${waiting.name} has not said yet whether it suits.`;
  if (proposed === 1) return "You offered another time. It is kept until they choose.";
  if (proposed > 1) return "You offered other times. They are kept until one is chosen.";
  return "The time is kept until you answer.";
}
