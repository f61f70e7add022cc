import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { sessionTypes } from "#db/schema/index.ts";
import { otherSteps } from "#lib/arcs/rules.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** Guidance as a coach offers it, with the hours for it. */
export async function demandGuidance(tx: Tx, typeId: string): Promise<Schedule> {
  const schedule = await findSchedule(tx, typeId);
  if (schedule?.type.kind !== "guidance") throw new NotFound();
  if (!schedule.type.offered)
    throw new Refusal(
      `${schedule.type.coachName} takes no requests for this at the moment. What is booked stays as it is.`,
      { code: "not_offered" },
    );
  return schedule;
}

/** What this coach offers around guidance, by kind. */
export async function listStepSchedules(tx: Tx, coachId: string): Promise<Map<string, Schedule>> {
  const kinds = [...new Set(otherSteps.map(({ kind }) => kind))];
  const types = await tx
    .select({ id: sessionTypes.id, kind: sessionTypes.kind })
    .from(sessionTypes)
    .where(
      and(
        eq(sessionTypes.coachId, coachId),
        eq(sessionTypes.offered, true),
        inArray(sessionTypes.kind, kinds),
      ),
    );
  const found = new Map<string, Schedule>();
  for (const { id, kind } of types) {
    const schedule = await findSchedule(tx, id);
    if (schedule) found.set(kind, schedule);
  }
  return found;
}
