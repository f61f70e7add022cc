import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { takeBackWithin } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import { answersUnder, isSame } from "./answers.ts";
import { lockCopy, putCopy } from "./copies.ts";
import type { ShowPartnerInput } from "./input.ts";
import { type Kept, keepAnswers } from "./keep-answers.ts";
import { findPartner, isOfTwo, mayBeShown } from "./partner.ts";
import { saidOf } from "./save-answers.ts";
import { isWritten, nothingWritten, questionsOf } from "./share-answers.ts";

/**
 * Shows the partner a copy of these answers alone, kept first if they were not, in the place of what they could read
 * before. No question at all: they can read nothing any more.
 */
export async function showPartner(
  client: ClientViewer,
  { questions: wanted, ...writing }: ShowPartnerInput,
  now: number,
) {
  const { about } = writing;
  return asViewer(client, async (tx) => {
    const kept = await keepAnswers(tx, client, writing, now);
    const { session, set } = kept;
    if (!isOfTwo(about, session)) throw new NotFound();
    if (wanted.length === 0) {
      await hideAll(tx, client, kept, now);
      return { shareId: null, ...saidOf(kept, now) };
    }
    const partner = await findPartner(tx, client, about, session);
    const showable = set.questions.filter(mayBeShown).map(({ key }) => key);
    if (!partner || wanted.some((key) => !showable.includes(key))) throw new NotFound();
    const questions = (await questionsOf(tx, kept)).filter(({ key }) => wanted.includes(key));
    const answers = answersUnder(questions, kept.answers);
    if (!isWritten(kept) || Object.keys(answers).length === 0) throw nothingWritten();
    const copy = await lockCopy(tx, client, kept, partner.id);
    if (copy && isSame(copy.answers, answers)) return { shareId: copy.id, ...saidOf(kept, now) };
    const put = { about, reader: partner, answers, readableFrom: now, replaces: copy?.id };
    return { shareId: await putCopy(tx, client, kept, put, now), ...saidOf(kept, now) };
  });
}

/** Also from one who was the partner and is not any more. */
async function hideAll(tx: Tx, client: ClientViewer, { id }: Kept, now: number): Promise<void> {
  if (!id) return;
  const { reflectionId, authorId, reader, withdrawnAt } = reflectionShares;
  const shown = await tx
    .select({ id: reflectionShares.id })
    .from(reflectionShares)
    .where(and(eq(reflectionId, id), eq(authorId, client.id), eq(reader, "partner"), isNull(withdrawnAt)));
  for (const share of shown) await takeBackWithin(tx, client, share.id, now);
}
