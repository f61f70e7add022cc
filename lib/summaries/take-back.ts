import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { sentSummaries } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { mayBeTakenBack, takeBackWithin } from "#lib/notes/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { summarySent } from "./letters.ts";
import { withdraw } from "./send-summary.ts";

/** Takes back a summary that was sent just now. What it took the place of can be read again. */
export function takeBackSummary(coach: CoachViewer, sentId: string, now: number): Promise<void> {
  return asViewer(coach, async (tx) => {
    const { id, summaryId, coachId, sentAt, withdrawnAt } = sentSummaries;
    const [sent] = await tx
      .select({ id, summaryId, sentAt, withdrawnAt })
      .from(sentSummaries)
      .where(and(eq(id, sentId), eq(coachId, coach.id)))
      .for("update");
    if (!sent) throw new NotFound();
    if (sent.withdrawnAt !== null) return;
    if (!mayBeTakenBack(sent, now))
      throw new Refusal(
        "It was sent more than ten minutes ago, so it stays. You can change it and send it once more.",
        { code: "too_late" },
      );
    await withdraw(tx, coach, sent.id, now);
    await note(tx, coach, "summary.taken_back", { type: "summary", id: sent.id });
    await bringBack(tx, coach, sent, now);
  });
}

type Sent = { summaryId: string; sentAt: number };

/** The one that gave way to it. */
async function bringBack(
  tx: Tx,
  coach: CoachViewer,
  { summaryId, sentAt }: Sent,
  now: number,
): Promise<void> {
  const [earlier] = await tx
    .update(sentSummaries)
    .set({ withdrawnAt: null })
    .where(
      and(
        eq(sentSummaries.summaryId, summaryId),
        eq(sentSummaries.coachId, coach.id),
        eq(sentSummaries.withdrawnAt, sentAt),
      ),
    )
    .returning({
      sentId: sentSummaries.id,
      sentAt: sentSummaries.sentAt,
      clientId: sentSummaries.clientId,
      bookingId: sentSummaries.bookingId,
    });
  if (!earlier) return;
  await note(tx, coach, "summary.sent_again", { type: "summary", id: earlier.sentId });
  // Its own letter came due while it was not there, and was dropped.
  const due = earlier.sentAt + takeBackWithin;
  if (sentAt <= due && due <= now)
    await summarySent(tx, { ...earlier, coachId: coach.id, againAt: now }, now);
}
