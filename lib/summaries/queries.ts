import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sentSummaries, sharedSummaries, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type Field, fieldsWith, type SessionKind, summaryFields, type Written } from "#lib/notes/fields.ts";
import { keysFor } from "#lib/notes/keys.ts";
import { mayBeTakenBack, mayBeWrittenAbout } from "#lib/notes/rules.ts";
import { openWritten, wordsOf } from "#lib/notes/written.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { suggestionsFor } from "./suggest.ts";

/** A summary as it is being written, as its form needs it. */
export type SummarySheet = {
  author: string;
  client: { id: string; name: string };
  booking: string;
  fields: Field[];
  answers: Record<string, string>;
  revision: number;
  saved: string;
  /** Words that the portal could put into a field, by its key. */
  suggestions: Record<string, string>;
  sent: SentNow | undefined;
};

/** What the client can read. */
export type SentNow = { id: string; sentAt: number; isNewest: boolean; canTakeBack: boolean };

type Session = {
  id: string;
  kind: SessionKind;
  status: string;
  during: { start: number; end: number };
  coachZone: string;
  attendees: { id: string; name: string }[];
};

/** The summaries of a session, one for each who came. None before it began. */
export function listSessionSummaries(
  coach: CoachViewer,
  session: Session,
  now: number,
): Promise<SummarySheet[]> {
  return asViewer(coach, async (tx) => {
    const { id: booking, kind, attendees, coachZone } = session;
    if (!mayBeWrittenAbout(session, now) || attendees.length === 0) return [];
    const clientIds = attendees.map(({ id }) => id);
    const [drafts, next] = await together(
      selectDrafts(tx, coach, booking),
      selectNext(tx, coach, clientIds, Math.max(now, session.during.end)),
    );
    const keyOf = await keysFor(
      tx,
      drafts.map(({ clientId }) => clientId),
    );
    return attendees.map((client) => {
      const draft = drafts.find(({ clientId }) => clientId === client.id);
      const place = { table: "shared_summaries", id: draft?.id ?? "", ownerId: client.id } as const;
      const written = draft ? openWritten(keyOf(client.id), draft.words, place) : [];
      const own = next.filter(({ clientId }) => clientId === client.id);
      const zone = own[0]?.zone ?? coachZone;
      return {
        ...{ author: coach.id, client, booking, answers: wordsOf(written) },
        fields: fieldsWith(summaryFields(kind), written),
        revision: draft?.revision ?? 0,
        saved: draft ? savedWords(draft.writtenAt, coachZone, now) : "",
        suggestions: suggestionsFor(
          session,
          own.find(({ start }) => start !== null)?.start ?? undefined,
          zone,
        ),
        sent: draft && sentOf(draft, now),
      };
    });
  });
}

type Draft = Awaited<ReturnType<typeof selectDrafts>>[number];

function sentOf({ revision, sent }: Draft, now: number): SentNow | undefined {
  if (!sent) return undefined;
  return {
    ...{ id: sent.id, sentAt: sent.sentAt, isNewest: sent.revision === revision },
    canTakeBack: mayBeTakenBack(sent, now),
  };
}

async function selectDrafts(tx: Tx, coach: CoachViewer, bookingId: string) {
  const { id, clientId, words, revision, writtenAt } = sharedSummaries;
  return tx
    .select({
      ...{ id, clientId, words, revision, writtenAt },
      sent: { id: sentSummaries.id, sentAt: sentSummaries.sentAt, revision: sentSummaries.revision },
    })
    .from(sharedSummaries)
    .leftJoin(sentSummaries, and(eq(sentSummaries.summaryId, id), isNull(sentSummaries.withdrawnAt)))
    .where(and(eq(sharedSummaries.coachId, coach.id), eq(sharedSummaries.bookingId, bookingId)));
}

/** The zone of each of them, with when they meet this coach next. */
async function selectNext(tx: Tx, coach: CoachViewer, clientIds: string[], after: number) {
  const begins = sql<number | null>`(
    select extract(epoch from min(lower(b.during)))::float8 * 1000 from ${bookings} b
    join ${bookingAttendees} a on a.booking_id = b.id
    where a.client_id = ${users.id} and b.coach_id = ${coach.id} and b.status = 'confirmed'
      and lower(b.during) >= ${new Date(after).toISOString()}::timestamptz)`;
  return tx
    .select({ clientId: users.id, zone: users.zone, start: begins })
    .from(users)
    .where(inArray(users.id, clientIds));
}

/** What a client was last asked to try, in a summary that stands, of a session before this instant. */
export function findLastStep(coach: CoachViewer, clientId: string, before: number) {
  return asViewer(coach, async (tx) => {
    const { id, words, sentAt, withdrawnAt, coachId, bookingId } = sentSummaries;
    const rows = await tx
      .select({ id, words, sentAt, bookingId })
      .from(sentSummaries)
      .innerJoin(bookings, eq(bookings.id, bookingId))
      .where(
        and(
          eq(coachId, coach.id),
          eq(sentSummaries.clientId, clientId),
          isNull(withdrawnAt),
          lt(sql`lower(${bookings.during})`, new Date(before).toISOString()),
        ),
      )
      .orderBy(desc(sql`lower(${bookings.during})`))
      .limit(8);
    if (rows.length === 0) return undefined;
    const key = (await keysFor(tx, [clientId]))(clientId);
    for (const row of rows) {
      const written = openWritten(key, row.words, { table: "sent_summaries", id: row.id, ownerId: clientId });
      const step = written.find((one) => one.key === "step");
      if (step) return { words: step.words, sentAt: row.sentAt, bookingId: row.bookingId };
    }
    return undefined;
  });
}

export type SentSummary = { id: string; bookingId: string; sentAt: number; written: Written[] };

/** The summaries that stand with a client beside these sessions, opened. */
export function listSentTo(
  coach: CoachViewer,
  clientId: string,
  bookingIds: string[],
): Promise<SentSummary[]> {
  return asViewer(coach, async (tx) => {
    if (bookingIds.length === 0) return [];
    const { id, bookingId, sentAt, words, withdrawnAt, coachId } = sentSummaries;
    const rows = await tx
      .select({ id, bookingId, sentAt, words })
      .from(sentSummaries)
      .where(
        and(
          eq(coachId, coach.id),
          eq(sentSummaries.clientId, clientId),
          isNull(withdrawnAt),
          inArray(bookingId, bookingIds),
        ),
      );
    const keyOf = await keysFor(tx, rows.length > 0 ? [clientId] : []);
    return rows.map(({ words: sealed, ...row }) => ({
      ...row,
      written: openWritten(keyOf(clientId), sealed, {
        table: "sent_summaries",
        id: row.id,
        ownerId: clientId,
      }),
    }));
  });
}
