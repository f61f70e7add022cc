import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";

/** The copy that this reader has before them, if there is one, and nobody else changes it meanwhile. */
export async function lockShown(tx: Tx, reflectionId: string, readerId: string) {
  const { id, answers, withdrawnAt } = reflectionShares;
  const [shown] = await tx
    .select({ id, answers })
    .from(reflectionShares)
    .where(
      and(
        eq(reflectionShares.reflectionId, reflectionId),
        eq(reflectionShares.readerId, readerId),
        isNull(withdrawnAt),
      ),
    )
    .for("update");
  return shown;
}
