import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { sentSummaries } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { SendInput } from "#lib/notes/input.ts";
import { demandSession } from "#lib/notes/session-of.ts";
import { keepVersion } from "#lib/notes/versions-kept.ts";
import { openWritten, sealWritten } from "#lib/notes/written.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { lockSummary } from "./keep-summary.ts";
import { summarySent } from "./letters.ts";

type Sent = { sentId: string; sentAt: number };

/**
 * Sends a summary as it stands to the client it is for. One that was sent before gives way to it. The same request
 * twice, by its key, sends once.
 */
export function sendSummary(
  coach: CoachViewer,
  { booking, client, revision }: SendInput,
  requestKey: string | undefined,
  now: number,
): Promise<Sent> {
  return asViewer(coach, async (tx) => {
    const session = await demandSession(tx, coach, booking);
    if (!session.clientIds.includes(client)) throw new NotFound();
    const draft = await lockSummary(tx, coach, { booking, client });
    if (!draft) throw new NotFound();
    const id = requestKey ?? randomUUID();
    const made = await findSent(tx, coach, draft.id, id);
    if (made) return { sentId: id, sentAt: made.sentAt };
    if (draft.revision !== revision)
      throw new Refusal(
        "You wrote on in this summary meanwhile. Please look at it once more, then send it.",
        {
          code: "changed",
        },
      );
    const key = await ensureClientKey(tx, client);
    const written = openWritten(key, draft.words, {
      table: "shared_summaries",
      id: draft.id,
      ownerId: client,
    });
    if (written.length === 0)
      throw new Refusal("There is nothing in this summary yet.", { code: "nothing_to_send" });
    const standing = await findStanding(tx, coach, draft.id);
    // Another window sent the very same.
    if (standing?.revision === revision) return { sentId: standing.id, sentAt: standing.sentAt };
    if (standing) {
      await withdraw(tx, coach, standing.id, now);
      await note(tx, coach, "summary.replaced", { type: "summary", id: standing.id });
    }
    await keepVersion(tx, coach, { summaryId: draft.id }, key, { ...draft, written, ownerId: client });
    await tx.insert(sentSummaries).values({
      ...{ id, summaryId: draft.id, coachId: coach.id, bookingId: booking, clientId: client },
      words: sealWritten(key, written, { table: "sent_summaries", id, ownerId: client }),
      ...{ revision, sentAt: now },
    });
    await note(tx, coach, "summary.sent", { type: "summary", id });
    await summarySent(
      tx,
      { sentId: id, sentAt: now, clientId: client, coachId: coach.id, bookingId: booking },
      now,
    );
    return { sentId: id, sentAt: now };
  });
}

async function findSent(tx: Tx, coach: CoachViewer, summaryId: string, sentId: string) {
  const { id, sentAt, coachId } = sentSummaries;
  const [row] = await tx
    .select({ sentAt })
    .from(sentSummaries)
    .where(and(eq(id, sentId), eq(coachId, coach.id), eq(sentSummaries.summaryId, summaryId)));
  return row;
}

async function findStanding(tx: Tx, coach: CoachViewer, summaryId: string) {
  const { id, revision, sentAt, coachId, withdrawnAt } = sentSummaries;
  const [row] = await tx
    .select({ id, revision, sentAt })
    .from(sentSummaries)
    .where(and(eq(coachId, coach.id), eq(sentSummaries.summaryId, summaryId), isNull(withdrawnAt)));
  return row;
}

export async function withdraw(tx: Tx, coach: CoachViewer, sentId: string, at: number): Promise<void> {
  await tx
    .update(sentSummaries)
    .set({ withdrawnAt: at })
    .where(and(eq(sentSummaries.id, sentId), eq(sentSummaries.coachId, coach.id)));
}
