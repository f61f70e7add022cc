import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { flags, reflectionShares } from "#db/schema/index.ts";
import type { Raised } from "#lib/questions/concerns.ts";
import type { Tier } from "#lib/questions/question.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { openQuestion, sealQuestion } from "./sealed.ts";

/** A copy of somebody's answers that a coach can read from `readableFrom` on. */
type Copy = {
  id: string;
  reflectionId: string;
  clientId: string;
  coachId: string;
  readableFrom: number;
  key: SealingKey;
};

/**
 * Marks the answers of a copy that matter, in the transaction that shares it. What an earlier copy said that nobody
 * opened was never said; what the coach has read and not settled is not marked twice. Gives the tiers of those that are new.
 */
export async function raiseFlags(tx: Tx, copy: Copy, raised: readonly Raised[]): Promise<Tier[]> {
  const { clientId, coachId, key } = copy;
  return stepAsSystem(tx, "answers that matter are marked for a talk", async () => {
    const open = await listUnsettled(tx, copy);
    const unread = open.filter(({ openedAt }) => openedAt === null).map(({ id }) => id);
    if (unread.length > 0)
      await tx.delete(flags).where(and(inArray(flags.id, unread), isNull(flags.settledAt)));
    const known = new Set(
      open.flatMap(({ id, question, openedAt }) =>
        openedAt === null ? [] : [openQuestion(key, question, { id, clientId })],
      ),
    );
    const rows = raised
      .filter((one) => !known.has(one.key))
      .map(({ key: question, tier, holdsGuidance }) => {
        const id = randomUUID();
        const sealed = sealQuestion(key, question, { id, clientId });
        return {
          ...{ id, shareId: copy.id, clientId, coachId, tier, holdsGuidance },
          ...{ question: sealed, raisedAt: copy.readableFrom },
        };
      });
    if (rows.length > 0) await tx.insert(flags).values(rows);
    return rows.map(({ tier }) => tier);
  });
}

function listUnsettled(tx: Tx, { reflectionId, coachId }: Copy) {
  return tx
    .select({ id: flags.id, question: flags.question, openedAt: reflectionShares.openedAt })
    .from(flags)
    .innerJoin(reflectionShares, eq(reflectionShares.id, flags.shareId))
    .where(
      and(
        eq(reflectionShares.reflectionId, reflectionId),
        eq(flags.coachId, coachId),
        isNull(flags.settledAt),
      ),
    );
}
