import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflections } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import {
  type Answers,
  bothAnswers,
  isSame,
  openAnswers,
  sealAnswers,
  withAnswers,
} from "#lib/reflections/answers.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { anotherPerson, writtenElsewhere } from "#lib/reflections/not-kept.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { EntryInput } from "./input.ts";

/** An entry as it stands after somebody wrote. Not stored: nothing was ever in it. */
export type Kept = {
  isStored: boolean;
  answers: Answers;
  revision: number;
  writtenAt: number;
  key: SealingKey;
  /** Both of what two devices wrote were put together. */
  isJoined: boolean;
};

type Entry = EntryInput & {
  /** Where nobody can be asked which of two they want, both are kept, one under the other. */
  joins?: boolean;
};

/**
 * Keeps an entry of a client's journal, in their transaction. Refuses with what is stored when it was written on since
 * `revision` by another device, unless it says the same.
 */
export async function keepEntry(tx: Tx, client: ClientViewer, entry: Entry, now: number): Promise<Kept> {
  if (entry.author !== client.id) throw anotherPerson();
  const key = await ensureClientKey(tx, client.id);
  const stored = await lockEntry(tx, client, entry.leaf);
  const typed: Answers = entry.answers.text === undefined ? {} : { text: entry.answers.text ?? "" };
  if (!stored) return begin(tx, client, entry, { typed, key, now });
  if (stored.removedAt !== null) throw thrownAway();

  const place = { table: "reflections", id: entry.leaf, clientId: client.id } as const;
  const { revision, writtenAt } = stored;
  const known = openAnswers(key, stored.answers, place);
  const wanted = withAnswers(known, typed);
  // Nothing new; or an answer that was lost on its way, and is asked for again.
  if (isSame(known, wanted))
    return { isStored: true, answers: known, revision, writtenAt, key, isJoined: false };
  const isBehind = revision !== entry.revision;
  if (isBehind && !entry.joins) throw writtenElsewhere({ answers: known, revision });
  const answers = isBehind ? withAnswers(known, bothAnswers(known, typed)) : wanted;
  await tx
    .update(reflections)
    .set({ answers: sealAnswers(key, answers, place), revision: revision + 1, writtenAt: now })
    .where(and(eq(reflections.id, entry.leaf), eq(reflections.authorId, client.id)));
  return { isStored: true, answers, revision: revision + 1, writtenAt: now, key, isJoined: isBehind };
}

/** The row of an entry of theirs, held until the transaction ends. */
export async function lockEntry(tx: Tx, client: ClientViewer, entryId: string) {
  const { id, authorId, kind, answers, revision, writtenAt, removedAt } = reflections;
  const [row] = await tx
    .select({ answers, revision, writtenAt, removedAt })
    .from(reflections)
    .where(and(eq(id, entryId), eq(authorId, client.id), eq(kind, "journal")))
    .for("update");
  return row;
}

type Beginning = { typed: Answers; key: SealingKey; now: number };

async function begin(
  tx: Tx,
  client: ClientViewer,
  entry: Entry,
  { typed, key, now }: Beginning,
): Promise<Kept> {
  const answers = withAnswers({}, typed);
  const rest = { answers, writtenAt: now, key, isJoined: false };
  if (Object.keys(answers).length === 0) return { isStored: false, revision: 0, ...rest };
  const { leaf: id } = entry;
  const sealed = sealAnswers(key, answers, { table: "reflections", id, clientId: client.id });
  const [made] = await tx
    .insert(reflections)
    .values({
      ...{ id, authorId: client.id, kind: "journal", answers: sealed, revision: 1 },
      ...{ createdAt: new Date(now), writtenAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: reflections.id });
  if (made) return { isStored: true, revision: 1, ...rest };
  // The same save came twice at the same moment, and the other one is there now; or it is somebody else's.
  if (!(await lockEntry(tx, client, id))) throw new NotFound();
  return keepEntry(tx, client, { ...entry, revision: 0 }, now);
}

function thrownAway(): Refusal {
  return new Refusal(
    "You threw this entry away, here or on another device. What you typed is still on this page. Bring the entry back to write on in it.",
    { code: "thrown_away", status: 409 },
  );
}
