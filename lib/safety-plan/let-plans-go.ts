import { sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings, safetyPlans } from "#db/schema/index.ts";
import { dateIn } from "#lib/time/words.ts";
import { keptAfterDay, keptWithoutDay } from "./kept-until.ts";

/** Lets plans go whose day is long over, or that were written for none. Says how many. */
export async function letPlansGo(now: number): Promise<number> {
  return asSystem("plans for a day are let go a while after it", async (tx) => {
    // Days are booked, moved and called off after a plan was written.
    const lastDay = sql`(select (max(upper(b.during)) at time zone 'UTC')::date + ${keptAfterDay / 86_400_000}::int
      from ${bookings} b
      join booking_attendees a on a.booking_id = b.id
      join session_types t on t.id = b.type_id
      where b.coach_id = safety_plans.coach_id and a.client_id = safety_plans.client_id and t.kind = 'guidance'
        and b.status in ('requested', 'confirmed', 'completed') and upper(b.during) > safety_plans.written_at)`;
    await tx.execute(
      sql`update safety_plans set kept_until = ${lastDay} where kept_until is distinct from ${lastDay}`,
    );
    const gone = await tx
      .delete(safetyPlans)
      .where(
        sql`coalesce(${safetyPlans.keptUntil} < ${dateIn(now, "UTC")}::date,
          ${safetyPlans.writtenAt} <= ${new Date(now - keptWithoutDay).toISOString()})`,
      )
      .returning({ id: safetyPlans.id });
    return gone.length;
  });
}
