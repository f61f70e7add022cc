import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Answers } from "#lib/questions/question.ts";
import { openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import type { Reader } from "#lib/reflections/readers.ts";
import type { About } from "./about.ts";
import type { Kept } from "./keep-answers.ts";

/** The copy that this reader has, or will have, in front of them. */
export async function lockCopy(tx: Tx, client: ClientViewer, kept: Kept, readerId: string) {
  const { id, answers, readableFrom, reflectionId, withdrawnAt } = reflectionShares;
  if (!kept.id) return undefined;
  const [copy] = await tx
    .select({ id, answers, readableFrom })
    .from(reflectionShares)
    .where(and(eq(reflectionId, kept.id), eq(reflectionShares.readerId, readerId), isNull(withdrawnAt)))
    .for("update");
  if (!copy) return undefined;
  const place = { table: "reflection_shares", id: copy.id, clientId: client.id } as const;
  return { ...copy, answers: openAnswers<Answers>(kept.key, copy.answers, place) };
}

type NewCopy = {
  about: About;
  reader: Reader;
  answers: Answers;
  readableFrom: number;
  /** The copy that this one takes the place of. */
  replaces: string | undefined;
};

/** Puts a sealed copy before this reader, and gives its id. */
export async function putCopy(
  tx: Tx,
  client: ClientViewer,
  kept: Kept & { id: string },
  { about, reader, answers, readableFrom, replaces }: NewCopy,
  now: number,
): Promise<string> {
  if (replaces)
    await tx.update(reflectionShares).set({ withdrawnAt: now }).where(eq(reflectionShares.id, replaces));
  const id = randomUUID();
  const { revision, templateVersionId, key } = kept;
  await tx.insert(reflectionShares).values({
    ...{ id, reflectionId: kept.id, authorId: client.id, ...about, templateVersionId, revision },
    ...{ readerId: reader.id, reader: reader.as, journeyId: reader.journeyId },
    answers: sealAnswers(key, answers, { table: "reflection_shares", id, clientId: client.id }),
    ...{ sharedAt: now, readableFrom },
  });
  await note(tx, client, "reflection.shared", { type: "reflection_share", id }, { reader: reader.as });
  return id;
}
