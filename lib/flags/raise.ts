import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
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

/** `reopens`: the health questions are asked anew because of it, which another answer than before says once more. */
type ToRaise = Raised & { reopens: boolean; isNew: boolean };

/**
 * Marks the answers of a copy that matter, in the transaction that shares it. What an earlier copy said that nobody
 * opened was never said; what the coach has read and not settled is not marked twice. Gives the tiers of those that are new.
 */
export async function raiseFlags(tx: Tx, copy: Copy, raised: readonly ToRaise[]): Promise<Tier[]> {
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
      .filter((one) => !known.has(one.key) || (one.reopens && one.isNew))
      .map(({ key: question, tier, holdsGuidance, reopens }) => {
        const id = randomUUID();
        const sealed = sealQuestion(key, question, { id, clientId });
        return {
          ...{ id, shareId: copy.id, clientId, coachId, tier, holdsGuidance },
          ...{ question: sealed, raisedAt: copy.readableFrom, reopensScreening: reopens },
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

/** A round of health questions as its coach has it from `sharedAt` on. */
type Round = { id: string; clientId: string; coachId: string; sharedAt: number; key: SealingKey };

/**
 * Marks the answers of a round that matter, in the transaction that shares it. What an earlier round said and waits
 * for a talk goes on waiting: once, in this one where it is said again.
 */
export async function raiseScreeningFlags(tx: Tx, round: Round, raised: readonly Raised[]): Promise<void> {
  const { clientId, coachId, key } = round;
  await stepAsSystem(tx, "answers about health are marked for a talk", async () => {
    const open = await tx
      .select({ id: flags.id, question: flags.question })
      .from(flags)
      .where(
        and(
          eq(flags.clientId, clientId),
          eq(flags.coachId, coachId),
          isNotNull(flags.screeningId),
          isNull(flags.settledAt),
        ),
      );
    const again = open.filter(({ id, question }) => {
      const asked = openQuestion(key, question, { id, clientId });
      return raised.some((one) => one.key === asked);
    });
    if (again.length > 0)
      await tx.delete(flags).where(
        and(
          inArray(
            flags.id,
            again.map(({ id }) => id),
          ),
          isNull(flags.settledAt),
        ),
      );
    const rows = raised.map(({ key: asked, tier, holdsGuidance }) => {
      const id = randomUUID();
      const question = sealQuestion(key, asked, { id, clientId });
      return {
        ...{ id, screeningId: round.id, clientId, coachId, tier, holdsGuidance, question },
        raisedAt: round.sharedAt,
      };
    });
    if (rows.length > 0) await tx.insert(flags).values(rows);
  });
}
