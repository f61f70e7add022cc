import { randomUUID } from "node:crypto";
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
import type { SealingKey } from "#lib/sealed/seal.ts";
import { changed, fieldsOf, findBlock, type WritingBlock } from "./block-of.ts";
import { written } from "./columns.ts";
import type { WritingInput } from "./input.ts";

/** What stands in the database after somebody wrote. Without an id: nothing was ever written. */
export type Kept = {
  id: string | undefined;
  answers: Answers;
  revision: number;
  versionId: string;
  writtenAt: number;
  block: WritingBlock;
  key: SealingKey;
  /** Both of what two devices wrote were put together. */
  isJoined: boolean;
};

type Writing = WritingInput & {
  /** Where nobody can be asked which of two they want, both are kept, one under the other. */
  joins?: boolean;
};

/**
 * Keeps what a client wrote, in their transaction. Refuses with what is stored when it was written on since `revision`
 * by another device, unless it says the same.
 */
export async function keepWriting(
  tx: Tx,
  client: ClientViewer,
  writing: Writing,
  now: number,
): Promise<Kept> {
  if (writing.author !== client.id) throw anotherPerson();
  const { versionId, block } = await findBlock(tx, client, writing);
  const known = new Set(fieldsOf(block).map(({ id }) => id));
  if (Object.keys(writing.answers).some((field) => !known.has(field))) throw changed();
  const key = await ensureClientKey(tx, client.id);
  const stored = await lockStored(tx, client, writing, key);
  if (!stored) return begin(tx, client, writing, { versionId, block, key, now });

  const wanted = withAnswers(stored.answers, writing.answers);
  const kept = { ...stored, block, key, isJoined: false };
  // Nothing new; or an answer that was lost on its way, and is asked for again.
  if (isSame(stored.answers, wanted)) return kept;
  const isBehind = stored.revision !== writing.revision;
  if (isBehind && !writing.joins) throw writtenElsewhere(stored);
  const answers = isBehind
    ? withAnswers(stored.answers, bothAnswers(stored.answers, writing.answers))
    : wanted;
  const revision = stored.revision + 1;
  const place = { table: "reflections", id: stored.id, clientId: client.id } as const;
  await tx
    .update(reflections)
    .set({ answers: sealAnswers(key, answers, place), revision, versionId, writtenAt: now })
    .where(and(eq(reflections.id, stored.id), eq(reflections.authorId, client.id)));
  return { ...kept, answers, revision, versionId, writtenAt: now, isJoined: isBehind };
}

type Stored = { id: string; answers: Answers; revision: number; versionId: string; writtenAt: number };
type Where = Pick<WritingInput, "lessonId" | "block">;

async function lockStored(
  tx: Tx,
  client: ClientViewer,
  { lessonId, block }: Where,
  key: SealingKey,
): Promise<Stored | undefined> {
  const { id, answers, revision, writtenAt } = reflections;
  const [row] = await tx
    .select({ id, answers, revision, versionId: written.versionId, writtenAt })
    .from(reflections)
    .where(
      and(
        eq(reflections.authorId, client.id),
        eq(reflections.lessonId, lessonId),
        eq(reflections.block, block),
      ),
    )
    .for("update");
  if (!row) return undefined;
  const place = { table: "reflections", id: row.id, clientId: client.id } as const;
  return { ...row, answers: openAnswers(key, row.answers, place) };
}

type Beginning = { versionId: string; block: WritingBlock; key: SealingKey; now: number };

async function begin(
  tx: Tx,
  client: ClientViewer,
  writing: Writing,
  { versionId, block, key, now }: Beginning,
): Promise<Kept> {
  const answers = withAnswers({}, writing.answers);
  const rest = { answers, versionId, writtenAt: now, block, key, isJoined: false };
  if (Object.keys(answers).length === 0) return { id: undefined, revision: 0, ...rest };
  const id = randomUUID();
  const sealed = sealAnswers(key, answers, { table: "reflections", id, clientId: client.id });
  const { lessonId } = writing;
  const [made] = await tx
    .insert(reflections)
    .values({
      ...{ id, authorId: client.id, kind: "lesson", lessonId, block: writing.block, versionId },
      ...{ answers: sealed, revision: 1, writtenAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: reflections.id });
  if (made) return { id, revision: 1, ...rest };
  // Another of their devices began at the same moment, and is there now.
  return keepWriting(tx, client, { ...writing, revision: 0 }, now);
}
