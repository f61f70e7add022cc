import { SummarySheet } from "#app/ui/summary-sheet.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findSummary } from "#lib/summaries/for-client.ts";

type SummaryHereProps = { client: ClientViewer; bookingId: string; zone: string; now: number };

/** What the coach sent about this session. Nothing where nothing stands. */
export async function SummaryHere({ client, bookingId, zone, now }: SummaryHereProps) {
  const found = await findSummary(client, bookingId);
  if (!found) return null;
  return (
    <SummarySheet
      id="summary"
      title={`Summary from ${found.coachName}`}
      said={`Sent ${dateOf(found.sentAt, zone, now)}. It stays here, and nobody is told when you read it.`}
      written={found.written}
    />
  );
}
