import { and, eq } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { safetyPlans } from "#db/schema/index.ts";
import type { Two } from "#lib/journeys/between.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { CannotUnseal, type SealingKey } from "#lib/sealed/seal.ts";
import { isSorted, openPlan, type Plan } from "./plan.ts";

export type KeptPlan = { plan: Plan; revision: number; writtenAt: number; keptUntil: string | null };

/** The plan that these two have for the day. For the transaction of either of them. Undefined: none, or unreadable. */
export async function readPlan(tx: Tx, { clientId, coachId }: Two): Promise<KeptPlan | undefined> {
  const { id, plan, revision, writtenAt, keptUntil } = safetyPlans;
  const [row] = await tx
    .select({ id, plan, revision, writtenAt, keptUntil })
    .from(safetyPlans)
    .where(and(eq(safetyPlans.clientId, clientId), eq(safetyPlans.coachId, coachId)));
  if (!row) return undefined;
  const keys = await stepAsSystem(tx, "a plan for the day is read", () => findClientKeys(tx, [clientId]));
  return openKept(row, clientId, keys.get(clientId));
}

type Sealed = Omit<KeptPlan, "plan"> & { id: string; plan: Buffer };

/** What stands in a row of plans. Undefined: it cannot be read. */
export function openKept(row: Sealed, clientId: string, key: SealingKey | undefined): KeptPlan | undefined {
  if (!key) return undefined;
  try {
    return { ...row, plan: openPlan(key, row.plan, { id: row.id, clientId }) };
  } catch (error) {
    if (error instanceof CannotUnseal) return undefined;
    throw error;
  }
}

/** `isBegun`: something is written, though it is not sorted yet. */
export async function readPlanStanding(tx: Tx, two: Two): Promise<{ isSorted: boolean; isBegun: boolean }> {
  const kept = await readPlan(tx, two);
  return { isSorted: kept !== undefined && isSorted(kept.plan), isBegun: kept !== undefined };
}
