import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { coaches } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer, CoachViewer } from "#lib/auth/viewer.ts";
import { findBetween } from "#lib/journeys/between.ts";
import { NotFound } from "#lib/refusal.ts";
import { findLastEnd, keptUntilOf } from "./kept-until.ts";
import { noPlan } from "./plan.ts";
import { readPlan } from "./standing.ts";

/** A client's own plan with one coach, blank where there is none. Undefined: they go no way together. */
export function findOwnPlan(client: ClientViewer, coachId: string) {
  return asViewer(client, async (tx) => {
    const two = { clientId: client.id, coachId };
    const between = await findBetween(tx, client, two);
    if (!between) return undefined;
    const [coach] = await tx
      .select({ contact: coaches.contactEmail })
      .from(coaches)
      .where(eq(coaches.id, coachId));
    const kept = await readPlan(tx, two);
    // Days are booked, moved and called off after it was written.
    const lastEnd = kept ? await findLastEnd(tx, two, kept.writtenAt) : null;
    return {
      ...between,
      contact: coach?.contact ?? null,
      isKept: kept !== undefined,
      ...(kept ?? { plan: noPlan, revision: 0, writtenAt: 0 }),
      keptUntil: keptUntilOf(lastEnd),
    };
  });
}

/** What a coach reads of a client's plan. Whom to call is named; the number is asked for on its own. */
export function findPlanOf(coach: CoachViewer, clientId: string) {
  return asViewer(coach, async (tx) => {
    const two = { clientId, coachId: coach.id };
    const between = await findBetween(tx, coach, two);
    const kept = between && (await readPlan(tx, two));
    if (!kept) return undefined;
    const { number, ...rest } = kept.plan;
    return { ...rest, hasNumber: number !== "", writtenAt: kept.writtenAt, keptUntil: kept.keptUntil };
  });
}

/** The number of the person whom a client named. That it was looked at is written down. */
export function openNumber(coach: CoachViewer, clientId: string): Promise<{ number: string }> {
  return asViewer(coach, async (tx) => {
    const two = { clientId, coachId: coach.id };
    const between = await findBetween(tx, coach, two);
    const kept = between && (await readPlan(tx, two));
    if (!kept?.plan.number) throw new NotFound();
    await note(tx, coach, "day_plan.number_opened", { type: "client", id: clientId });
    return { number: kept.plan.number };
  });
}
