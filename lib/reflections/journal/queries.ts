import { and, desc, eq, gt, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, reflections, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";
import { listOwnShares, type OwnShare } from "#lib/reflections/own-shares.ts";
import { namesOf, readersOf, selectWays } from "#lib/reflections/readers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { beginningOf, keptFor } from "./rules.ts";

const onAPage = 20;
const { id, authorId, kind, answers, createdAt, removedAt } = reflections;

export type EntryRow = { id: string; at: number; beginning: string; readers: string[] };

/** A page of a client's journal, the newest first: from the newest on, or what came before a place. */
export async function listEntries(client: ClientViewer, place: Place | undefined) {
  return asViewer(client, async (tx) => {
    const isBefore =
      place &&
      sql`(${createdAt}, ${id}) < (${new Date(place.start).toISOString()}::timestamptz, ${place.id}::uuid)`;
    const [[reader], rows] = await together(
      selectReader(tx, client).execute(),
      selectEntries(tx, client, and(isNull(removedAt), isBefore))
        .limit(onAPage + 1)
        .execute(),
    );
    const shown = rows.slice(0, onAPage);
    const shares = await listOwnShares(
      tx,
      client,
      shown.map((row) => row.id),
    );
    const entries = await openBeginnings(tx, client, shown, shares);
    const last = shown.at(-1);
    const rest: Place | undefined =
      last && rows.length > onAPage ? { start: last.createdAt.getTime(), id: last.id } : undefined;
    return { zone: reader?.zone ?? "UTC", entries, rest };
  });
}

/** What they threw away and can still bring back, the newest of it. */
export async function listThrownAway(client: ClientViewer, now: number): Promise<EntryRow[]> {
  return asViewer(client, async (tx) => {
    const rows = await selectEntries(
      tx,
      client,
      and(isNotNull(removedAt), gt(removedAt, now - keptFor)),
    ).limit(onAPage);
    return openBeginnings(tx, client, rows, []);
  });
}

export type Entry = Awaited<ReturnType<typeof findEntry>> & object;

/** One entry with whom it can be shown to; undefined: there is none of theirs, or it was thrown away. */
export async function findEntry(client: ClientViewer, entryId: string, now: number) {
  return asViewer(client, async (tx) => {
    const [[entry], page] = await together(
      tx
        .select({
          id,
          answers,
          revision: reflections.revision,
          createdAt,
          writtenAt: reflections.writtenAt,
          removedAt,
        })
        .from(reflections)
        .where(and(eq(id, entryId), eq(authorId, client.id), eq(kind, "journal")))
        .execute(),
      readPage(tx, client),
    );
    if (!entry || (entry.removedAt !== null && entry.removedAt < now - keptFor)) return undefined;
    const shares = await listOwnShares(tx, client, [entryId], now - undoWithin);
    return {
      id: entryId,
      ...page,
      text: textIn(await findOwnKey(tx, client), client.id, "reflections", entry),
      revision: entry.revision,
      at: entry.createdAt.getTime(),
      saved: savedWords(entry.writtenAt, page.zone, now),
      isThrownAway: entry.removedAt !== null,
      shares: oneForEach(shares),
    };
  });
}

/** The same for an entry that is not begun. */
export async function findBlankEntry(client: ClientViewer, entryId: string, now: number): Promise<Entry> {
  const page = await asViewer(client, (tx) => readPage(tx, client));
  const blank = { text: "", revision: 0, at: now, saved: "", isThrownAway: false, shares: [] };
  return { id: entryId, ...page, ...blank };
}

/** What a partner shows them of their own journal, newest first. */
export async function listShownEntries(client: ClientViewer, place: Place | undefined) {
  return asViewer(client, async (tx) => {
    const { id, authorId, readerId, reader, answers, sharedAt } = reflectionShares;
    const isBefore =
      place &&
      sql`(${sharedAt}, ${id}) < (${new Date(place.start).toISOString()}::timestamptz, ${place.id}::uuid)`;
    const rows = await tx
      .select({ id, authorId, answers, sharedAt })
      .from(reflectionShares)
      .where(
        and(
          eq(readerId, client.id),
          eq(reader, "partner"),
          eq(reflectionShares.kind, "journal"),
          isNull(reflectionShares.withdrawnAt),
          isBefore,
        ),
      )
      .orderBy(desc(sharedAt), desc(id))
      .limit(onAPage + 1);
    const shown = rows.slice(0, onAPage);
    const authors = [...new Set(shown.map((row) => row.authorId))];
    const { keys, names } = await stepAsSystem(tx, "a client reads what is shown to them", async () => {
      const [keys, names] = await together(findClientKeys(tx, authors), namesOf(tx, authors));
      return { keys, names };
    });
    const last = shown.at(-1);
    return {
      entries: shown.map(({ authorId: author, ...row }) => {
        const key = keys.get(author);
        if (!key) throw new Error("What was sealed has no key");
        const text = textIn(key, author, "reflection_shares", row);
        return { id: row.id, name: names.get(author) ?? "", sharedAt: row.sharedAt, text };
      }),
      rest: last && rows.length > onAPage ? { start: last.sharedAt, id: last.id } : undefined,
    };
  });
}

async function readPage(tx: Tx, client: ClientViewer) {
  const ways = await selectWays(tx, client);
  const readers = readersOf(ways);
  const names =
    readers.length === 0
      ? new Map<string, string>()
      : await stepAsSystem(tx, "a client sees whom they can show words to", () =>
          namesOf(
            tx,
            readers.map((reader) => reader.id),
          ),
        );
  return {
    author: client.id,
    zone: ways[0]?.zone ?? "UTC",
    readers: readers.map((reader) => ({ id: reader.id, as: reader.as, name: names.get(reader.id) ?? "" })),
  };
}

function selectReader(tx: Tx, client: ClientViewer) {
  return tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id));
}

export function selectEntries(tx: Tx, client: ClientViewer, which: SQL | undefined) {
  return tx
    .select({ id, answers, createdAt })
    .from(reflections)
    .where(and(eq(authorId, client.id), eq(kind, "journal"), which))
    .orderBy(desc(createdAt), desc(id))
    .$dynamic();
}

type Row = { id: string; answers: Buffer; createdAt: Date };

async function openBeginnings(
  tx: Tx,
  client: ClientViewer,
  rows: Row[],
  shares: OwnShare[],
): Promise<EntryRow[]> {
  if (rows.length === 0) return [];
  const key = await findOwnKey(tx, client);
  return rows.map((row) => ({
    id: row.id,
    at: row.createdAt.getTime(),
    beginning: beginningOf(textIn(key, client.id, "reflections", row)),
    readers: shares.filter(({ reflectionId }) => reflectionId === row.id).map(({ name }) => name),
  }));
}

export function textIn(
  key: SealingKey,
  clientId: string,
  table: "reflections" | "reflection_shares",
  row: { id: string; answers: Buffer },
): string {
  return openAnswers(key, row.answers, { table, id: row.id, clientId }).text ?? "";
}

/** Of several copies the one that can be read, else the one that was last taken back. They come newest first. */
function oneForEach(shares: OwnShare[]): OwnShare[] {
  return [...Map.groupBy(shares, ({ readerId }) => readerId).values()].flatMap(
    (copies) => copies.find(({ withdrawnAt }) => withdrawnAt === null) ?? copies[0] ?? [],
  );
}
