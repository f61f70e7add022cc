import { Badge } from "#app/ui/badge.tsx";
import type { listReasons } from "#lib/bookings/request-queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";

const acts: Record<string, string> = {
  booked: "When you booked it",
  moved: "When you moved it",
  cancelled: "When you cancelled it",
  marked: "When you said how it went",
  gate_overridden: "When you confirmed it with things left open",
};

/** Why the coach did something. Nobody else reads it. */
export function PrivateReasons({
  reasons,
  zone,
}: {
  reasons: Awaited<ReturnType<typeof listReasons>>;
  zone: string;
}) {
  if (reasons.length === 0) return null;
  return (
    <section className="card" aria-labelledby="reasons">
      <h2 id="reasons" className="text-lead mb-4">
        For yourself <Badge kind="private">Only you</Badge>
      </h2>
      <dl className="facts">
        {reasons.map(({ id, act, at, words }) => (
          <div key={id}>
            <dt>
              {acts[act] ?? "Then"}, {dayWords(at, zone)}, {clockWords(at, zone)}
            </dt>
            <dd className="whitespace-pre-line break-words">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
