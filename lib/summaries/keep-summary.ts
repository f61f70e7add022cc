import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { sharedSummaries } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { summaryFields } from "#lib/notes/fields.ts";
import type { SummaryInput } from "#lib/notes/input.ts";
import { isVersion, mayBeWrittenAbout } from "#lib/notes/rules.ts";
import { demandSession, zoneOf } from "#lib/notes/session-of.ts";
import { keepVersion } from "#lib/notes/versions-kept.ts";
import { isSame, openWritten, sealWritten, withTyped, wordsOf } from "#lib/notes/written.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { anotherPerson, writtenElsewhere } from "#lib/reflections/not-kept.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

type Saved = { revision: number; saved: string };

/** Keeps a summary as it is being written. Nobody but its coach sees it before it is sent. */
export function keepSummary(coach: CoachViewer, input: SummaryInput, now: number): Promise<Saved> {
  return asViewer(coach, async (tx) => {
    const { revision, writtenAt } = await keep(tx, coach, input, now);
    const saved = revision === 0 ? "" : savedWords(writtenAt, await zoneOf(tx, coach), now);
    return { revision, saved };
  });
}

type Kept = { revision: number; writtenAt: number };

async function keep(tx: Tx, coach: CoachViewer, input: SummaryInput, now: number): Promise<Kept> {
  if (input.author !== coach.id) throw anotherPerson();
  const session = await demandSession(tx, coach, input.booking);
  if (!session.clientIds.includes(input.client)) throw new NotFound();
  if (!mayBeWrittenAbout(session, now))
    throw new Refusal("You can write about this session once it has begun.", { code: "too_early" });
  const fields = summaryFields(session.kind);
  const key = await ensureClientKey(tx, input.client);
  const stored = await lockSummary(tx, coach, input);
  const table = "shared_summaries";
  if (stored) {
    const place = { table, id: stored.id, ownerId: input.client } as const;
    const known = openWritten(key, stored.words, place);
    const written = withTyped(known, input, fields);
    if (isSame(known, written)) return stored;
    if (stored.revision !== input.revision)
      throw writtenElsewhere({ answers: wordsOf(known), revision: stored.revision });
    if (isVersion(stored, now))
      await keepVersion(tx, coach, { summaryId: stored.id }, key, {
        ...{ ...stored, written: known, ownerId: input.client },
      });
    const revision = stored.revision + 1;
    await tx
      .update(sharedSummaries)
      .set({ words: sealWritten(key, written, place), revision, writtenAt: now })
      .where(and(eq(sharedSummaries.id, stored.id), eq(sharedSummaries.coachId, coach.id)));
    return { revision, writtenAt: now };
  }
  const written = withTyped([], input, fields);
  if (written.length === 0) return { revision: 0, writtenAt: now };
  const id = randomUUID();
  const [made] = await tx
    .insert(sharedSummaries)
    .values({
      ...{ id, coachId: coach.id, bookingId: input.booking, clientId: input.client },
      words: sealWritten(key, written, { table, id, ownerId: input.client }),
      ...{ revision: 1, createdAt: new Date(now), writtenAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: sharedSummaries.id });
  if (made) return { revision: 1, writtenAt: now };
  // Another window began it at the same moment.
  return keep(tx, coach, { ...input, revision: 0 }, now);
}

/** The row of such a summary of theirs, held until the transaction ends. */
export async function lockSummary(
  tx: Tx,
  coach: CoachViewer,
  { booking, client }: { booking: string; client: string },
) {
  const { id, words, revision, writtenAt, coachId, bookingId, clientId } = sharedSummaries;
  const [row] = await tx
    .select({ id, words, revision, writtenAt })
    .from(sharedSummaries)
    .where(and(eq(coachId, coach.id), eq(bookingId, booking), eq(clientId, client)))
    .for("update");
  return row;
}
