import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflections } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { AskedSet } from "#lib/questions/queries.ts";
import type { Answers } from "#lib/questions/question.ts";
import { openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { anotherPerson, writtenElsewhere } from "#lib/reflections/not-kept.ts";
import { NotFound } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { answersUnder, type Changes, demandAnswers, isSame, withChanges } from "./answers.ts";
import { openRow, openToFillIn, readToFillIn } from "./earlier.ts";
import type { AskedInput } from "./input.ts";
import { type AskedSession, findQuestions, findSession } from "./session.ts";
import { selectStored } from "./stored.ts";

/** What stands in the database after somebody answered. Without an id: nothing was ever written. */
export type Kept = {
  id: string | undefined;
  /** All that is kept, also to what is not asked any more. */
  answers: Answers;
  revision: number;
  writtenAt: number;
  /** The questions as they were when it was last written. */
  templateVersionId: string;
  /** As they are asked now. */
  set: AskedSet;
  session: AskedSession;
  key: SealingKey;
};

/**
 * Keeps what a client answered, in their transaction. Refuses with what is stored when it was written on since
 * `revision` by another device, unless it says the same.
 */
export async function keepAnswers(
  tx: Tx,
  client: ClientViewer,
  writing: AskedInput,
  now: number,
): Promise<Kept> {
  const { author, about } = writing;
  if (author !== client.id) throw anotherPerson();
  const [session, [row]] = await together(
    findSession(tx, client, about.bookingId),
    selectStored(tx, client, about).for("update").execute(),
  );
  const { set, isOpen } = await findQuestions(tx, about, session, now);
  if (!set || !isOpen) throw new NotFound();
  const changes = demandAnswers(set, writing.templateVersionId, writing.answers);
  const key = await ensureClientKey(tx, client.id);
  const rest = { set, session, key };
  if (!row) return begin(tx, client, writing, { changes, now, ...rest });

  const place = { table: "reflections", id: row.id, clientId: client.id } as const;
  const stored = { ...row, answers: openAnswers<Answers>(key, row.answers, place) };
  const answers = withChanges(stored.answers, changes);
  // Nothing new; or an answer that was lost on its way, and is asked for again.
  if (isSame(stored.answers, answers)) return { ...stored, ...rest };
  if (stored.revision !== writing.revision)
    throw writtenElsewhere({ ...stored, answers: answersUnder(set.questions, stored.answers) });
  const saved = { revision: stored.revision + 1, templateVersionId: set.versionId, writtenAt: now };
  await tx
    .update(reflections)
    .set({ answers: sealAnswers(key, answers, place), ...saved })
    .where(and(eq(reflections.id, stored.id), eq(reflections.authorId, client.id)));
  return { id: stored.id, answers, ...saved, ...rest };
}

type Beginning = Pick<Kept, "set" | "session" | "key"> & { changes: Changes; now: number };

async function begin(
  tx: Tx,
  client: ClientViewer,
  writing: AskedInput,
  { changes, now, ...rest }: Beginning,
): Promise<Kept> {
  const { set, session, key } = rest;
  const { about } = writing;
  const filledIn = await readToFillIn(tx, client, { about, session, questions: set.questions });
  const begun = openToFillIn(filledIn, (row) => openRow(key, client, row));
  const answers = withChanges(begun, changes);
  const saved = { answers, templateVersionId: set.versionId, writtenAt: now };
  // What is only filled in was not written; taken away, it has to stay away.
  if (isSame(answers, begun)) return { id: undefined, revision: 0, ...saved, ...rest };
  const id = randomUUID();
  const sealed = sealAnswers(key, answers, { table: "reflections", id, clientId: client.id });
  const [made] = await tx
    .insert(reflections)
    .values({ id, authorId: client.id, ...about, ...saved, answers: sealed, revision: 1 })
    .onConflictDoNothing()
    .returning({ id: reflections.id });
  if (made) return { id, revision: 1, ...saved, ...rest };
  // Another of their devices began at the same moment, and is there now.
  return keepAnswers(tx, client, { ...writing, revision: 0 }, now);
}
