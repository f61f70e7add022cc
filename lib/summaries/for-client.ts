import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings, sentSummaries, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Written } from "#lib/notes/fields.ts";
import { openWritten } from "#lib/notes/written.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";

export type ReadSummary = {
  id: string;
  bookingId: string;
  start: number;
  coachName: string;
  sentAt: number;
  written: Written[];
};

/** What a client's coach sent them about a session; undefined: nothing that stands. */
export async function findSummary(client: ClientViewer, bookingId: string): Promise<ReadSummary | undefined> {
  const [found] = await asViewer(client, (tx) =>
    readSummaries(tx, client, eq(sentSummaries.bookingId, bookingId)),
  );
  return found;
}

/** Every summary that stands for this client, newest session first. */
export async function readSummaries(tx: Tx, client: ClientViewer, which?: SQL): Promise<ReadSummary[]> {
  const rows = await selectSummaries(tx, client, which);
  if (rows.length === 0) return [];
  const key = await findOwnKey(tx, client);
  return rows.map(({ words, during, ...row }) => ({
    ...row,
    start: during.start,
    written: openWritten(key, words, { table: "sent_summaries", id: row.id, ownerId: client.id }),
  }));
}

/** The same as a list to choose from: nothing of it is opened. */
export async function listSummaries(client: ClientViewer): Promise<Omit<ReadSummary, "written">[]> {
  const rows = await asViewer(client, (tx) => selectSummaries(tx, client));
  return rows.map(({ words: _, during, ...row }) => ({ ...row, start: during.start }));
}

function selectSummaries(tx: Tx, client: ClientViewer, which?: SQL) {
  const { id, bookingId, sentAt, words, clientId, withdrawnAt } = sentSummaries;
  return tx
    .select({ id, bookingId, sentAt, words, during: bookings.during, coachName: users.displayName })
    .from(sentSummaries)
    .innerJoin(bookings, eq(bookings.id, bookingId))
    .innerJoin(users, eq(users.id, sentSummaries.coachId))
    .where(and(eq(clientId, client.id), isNull(withdrawnAt), which))
    .orderBy(desc(bookings.during), desc(id));
}
