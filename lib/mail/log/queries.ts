import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { messages, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer, OwnerViewer } from "#lib/auth/viewer.ts";
import { type Entry, entryColumns, withAgain } from "./entry.ts";
import { type Filter, whereOf } from "./filters.ts";
import { isClientOf, toClientsOf, visibleTo } from "./policy.ts";

const most = 30;

/** The mail to a coach's client, newest first, from before the entry `before` on. Undefined: not there, or not theirs. */
export async function findMailOf(coach: CoachViewer, clientId: string, before: string | undefined) {
  return asViewer(coach, async (tx) => {
    const [[client], rows] = await together(
      tx
        .select({ id: users.id, name: users.displayName, failsSince: users.mailFailsSince })
        .from(users)
        .where(and(eq(users.id, clientId), eq(users.role, "client"), isClientOf(coach, clientId)))
        .execute(),
      selectPage(tx, and(eq(messages.recipientId, clientId), toClientsOf(coach)), before).execute(),
    );
    return client && { client, ...(await asPage(tx, rows)) };
  });
}

/** All mail of the practice, newest first, with whom it went to. */
export async function listAllMail(
  owner: OwnerViewer,
  { filter, before }: { filter: Filter | undefined; before: string | undefined },
) {
  return asViewer(owner, async (tx) =>
    asPage(tx, await selectPage(tx, and(visibleTo(owner), filter && whereOf(filter)), before)),
  );
}

/** One entry of the log, undefined where it is not there or not theirs to see. */
export async function findEntry(coach: CoachViewer, messageId: string): Promise<Entry | undefined> {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select(entryColumns)
      .from(messages)
      .where(and(eq(messages.id, messageId), visibleTo(coach)));
    const [entry] = await withAgain(tx, rows);
    return entry;
  });
}

function selectPage(tx: Tx, where: SQL | undefined, before: string | undefined) {
  const isEarlier =
    before === undefined
      ? undefined
      : sql`(${messages.createdAt}, ${messages.id}) < (select created_at, id from messages where id = ${before})`;
  return tx
    .select({ ...entryColumns, to: sql<string | null>`recipient_name(${messages.recipientId})` })
    .from(messages)
    .where(and(where, isEarlier))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(most + 1);
}

async function asPage<Row extends { id: string }>(tx: Tx, rows: Row[]) {
  const entries = await withAgain(tx, rows.slice(0, most));
  return {
    entries,
    /** Where the earlier ones begin, if there are any. */
    next: rows.length > most ? entries.at(-1)?.id : undefined,
  };
}
