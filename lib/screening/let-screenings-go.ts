import { inArray, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { flags, screeningMoves, screenings } from "#db/schema/index.ts";

const atOnce = 100;

/**
 * Takes away what clients answered about their health, with all that was written of it, twelve months after their last
 * session with that coach; where none came after it, after they wrote it. Says how many rounds.
 */
export async function letScreeningsGo(now: number): Promise<number> {
  for (let gone = 0; ; ) {
    const turn = await letSomeGo(now);
    gone += turn;
    if (turn < atOnce) return gone;
  }
}

function letSomeGo(now: number): Promise<number> {
  return asSystem("health questions are let go a year after the last session", async (tx) => {
    const before = sql`${new Date(now).toISOString()}::timestamptz - interval '12 months'`;
    const rows = await tx
      .select({ id: screenings.id })
      .from(screenings)
      .where(
        sql`screenings.written_at <= ${before} and not exists (
          select from bookings met join booking_attendees who on who.booking_id = met.id
          where met.coach_id = screenings.coach_id and who.client_id = screenings.client_id
            and met.status in ('requested', 'confirmed', 'completed') and upper(met.during) > ${before})`,
      )
      .orderBy(screenings.id)
      .limit(atOnce)
      .for("update");
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.delete(flags).where(inArray(flags.screeningId, ids));
    await tx.delete(screeningMoves).where(inArray(screeningMoves.screeningId, ids));
    await tx.delete(screenings).where(inArray(screenings.id, ids));
    return ids.length;
  });
}
