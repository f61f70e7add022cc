import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { listSummaries } from "#lib/summaries/for-client.ts";

type SummariesProps = { summaries: Awaited<ReturnType<typeof listSummaries>>; zone: string; now: number };

/** What their coach sent them, under the sessions it was about. */
export function Summaries({ summaries, zone, now }: SummariesProps) {
  if (summaries.length === 0) return null;
  return (
    <section aria-labelledby="summaries">
      <h2 id="summaries">What was written for you</h2>
      <Rows>
        {summaries.map(({ id, bookingId, start, coachName, sentAt }) => (
          <Row
            key={id}
            href={`/sessions/${bookingId}`}
            title={`Summary from ${coachName}`}
            more={`Of your session ${dateOf(start, zone, now)}`}
            end={`Sent ${dateOf(sentAt, zone, now)}`}
          />
        ))}
      </Rows>
    </section>
  );
}
