import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { safetyPlans } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { demandBetween, type Two } from "#lib/journeys/between.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SavePlanInput } from "./input.ts";
import { findLastEnd, keptUntilOf } from "./kept-until.ts";
import { isSamePlan, openPlan, type Plan, sealPlan } from "./plan.ts";

/** A client writes their plan for the day with one coach. Saving it anew also keeps it for longer. */
export async function savePlan(
  client: ClientViewer,
  { coach: coachId, revision, ...plan }: SavePlanInput,
  now: number,
): Promise<{ revision: number }> {
  return asViewer(client, async (tx) => {
    const two = { clientId: client.id, coachId };
    await demandBetween(tx, client, two);
    const key = await ensureClientKey(tx, client.id);
    const keptUntil = keptUntilOf(await findLastEnd(tx, two, now));
    const stored = (await lockPlan(tx, two)) ?? (await begin(tx, two, { plan, keptUntil, key, now }));
    if (stored === "begun") {
      await note(tx, client, "day_plan.saved", { type: "client", id: client.id });
      return { revision: 1 };
    }
    const place = { id: stored.id, clientId: client.id };
    const known: Plan = openPlan(key, stored.plan, place);
    // The same words from a page that did not know of them are no conflict.
    if (stored.revision !== revision && !isSamePlan(known, plan)) throw writtenElsewhere(stored.revision);
    const next = isSamePlan(known, plan) ? stored.revision : stored.revision + 1;
    await tx
      .update(safetyPlans)
      .set({ plan: sealPlan(key, plan, place), revision: next, writtenAt: now, keptUntil })
      .where(eq(safetyPlans.id, stored.id));
    await note(tx, client, "day_plan.saved", { type: "client", id: client.id });
    return { revision: next };
  });
}

/** Takes it away for good: the names and numbers of others are in it. */
export async function clearPlan(client: ClientViewer, coachId: string): Promise<void> {
  await asViewer(client, async (tx) => {
    const [gone] = await tx
      .delete(safetyPlans)
      .where(and(eq(safetyPlans.clientId, client.id), eq(safetyPlans.coachId, coachId)))
      .returning({ id: safetyPlans.id });
    if (!gone) throw new NotFound();
    await note(tx, client, "day_plan.cleared", { type: "client", id: client.id });
  });
}

async function lockPlan(tx: Tx, { clientId, coachId }: Two) {
  const [row] = await tx
    .select({ id: safetyPlans.id, plan: safetyPlans.plan, revision: safetyPlans.revision })
    .from(safetyPlans)
    .where(and(eq(safetyPlans.clientId, clientId), eq(safetyPlans.coachId, coachId)))
    .for("update");
  return row;
}

type Beginning = {
  plan: Plan;
  keptUntil: string | null;
  key: Awaited<ReturnType<typeof ensureClientKey>>;
  now: number;
};

async function begin(tx: Tx, two: Two, { plan, keptUntil, key, now }: Beginning) {
  const id = randomUUID();
  const sealed = sealPlan(key, plan, { id, clientId: two.clientId });
  const [made] = await tx
    .insert(safetyPlans)
    .values({
      ...{ id, ...two, plan: sealed, revision: 1, keptUntil },
      createdAt: new Date(now),
      writtenAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: safetyPlans.id });
  if (made) return "begun" as const;
  // Another of their devices was faster.
  const first = await lockPlan(tx, two);
  if (!first) throw new Error("A plan was neither made nor found");
  return first;
}

function writtenElsewhere(revision: number): Refusal {
  return new Refusal(
    "You also changed this plan on another device. Save yours in its place, or go back to the one that is kept.",
    { code: "written_elsewhere", status: 409, offer: { stored: { revision } } },
  );
}
