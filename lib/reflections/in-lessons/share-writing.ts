import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { answersIn, isSame, openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import { lockShown } from "#lib/reflections/lock-shown.ts";
import { readersOf, selectWays } from "#lib/reflections/readers.ts";
import { mayBeShownTo } from "#lib/reflections/rules.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { fieldsOf } from "./block-of.ts";
import type { ShareInput } from "./input.ts";
import { type Kept, keepWriting } from "./keep-writing.ts";

/**
 * Shows somebody a copy of the words as they stand now, kept first if they were not. Whoever could read an earlier
 * copy reads this one in its place.
 */
export async function shareWriting(
  client: ClientViewer,
  { reader: readerId, ...writing }: ShareInput,
  now: number,
) {
  return asViewer(client, async (tx) => {
    const kept = await keepWriting(tx, client, writing, now);
    const ways = await selectWays(tx, client);
    const reader = readersOf(ways).find(({ id }) => id === readerId);
    if (!reader || !mayBeShownTo(reader.as, kept.block)) throw new NotFound();
    const { id: reflectionId, revision, writtenAt } = kept;
    // Never what stands in places that the page does not show beside the button.
    const words = answersIn(kept.answers, fieldsOf(kept.block));
    if (!reflectionId || Object.keys(words).length === 0)
      throw new Refusal("There are no words here yet that somebody could read.", {
        code: "nothing_written",
        status: 422,
      });
    const saved = { revision, saved: savedWords(writtenAt, ways[0]?.zone ?? "UTC", now) };
    const shown = await lockShown(tx, reflectionId, readerId);
    if (shown && isSame(words, openShown(kept, shown, client))) return { shareId: shown.id, ...saved };
    if (shown)
      await tx.update(reflectionShares).set({ withdrawnAt: now }).where(eq(reflectionShares.id, shown.id));
    const id = randomUUID();
    const sealed = sealAnswers(kept.key, words, {
      table: "reflection_shares",
      id,
      clientId: client.id,
    });
    const [made] = await tx
      .insert(reflectionShares)
      .values({
        ...{
          id,
          reflectionId,
          authorId: client.id,
          readerId,
          reader: reader.as,
          journeyId: reader.journeyId,
        },
        ...{ kind: "lesson", lessonId: writing.lessonId, block: writing.block, versionId: kept.versionId },
        ...{ answers: sealed, revision, sharedAt: now, readableFrom: now },
      })
      .onConflictDoNothing()
      .returning({ id: reflectionShares.id });
    const shareId = made?.id ?? (await lockShown(tx, reflectionId, readerId))?.id;
    if (!shareId) throw new Error("Words were neither shown nor shown already");
    return { shareId, ...saved };
  });
}

function openShown({ key }: Kept, { id, answers }: { id: string; answers: Buffer }, client: ClientViewer) {
  return openAnswers(key, answers, { table: "reflection_shares", id, clientId: client.id });
}
