import { and, eq, inArray, sql } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { arcUnanswered } from "#lib/arcs/letters/answered.ts";
import { noteAll } from "#lib/audit/audit.ts";
import { requestUnanswered } from "#lib/bookings/letters/requests.ts";
import { takeTurn } from "#lib/bookings/turns.ts";

/**
 * Lets go of what was asked for and not answered before its time came: what belongs together goes together, with the
 * first of its times. Gives how many bookings.
 */
export async function expireRequests(now: number): Promise<number> {
  const at = new Date(now).toISOString();
  const coaches = await asSystem("whose requests run out", (tx) =>
    tx
      .selectDistinct({ id: bookings.coachId })
      .from(bookings)
      .where(and(eq(bookings.status, "requested"), sql`lower(${bookings.during}) <= ${at}`)),
  );
  let count = 0;
  for (const { id } of coaches) count += await expireInBook(id, now);
  return count;
}

// In the coach's turn, as every change of several rows: an answer that comes at the same moment would wait for these.
async function expireInBook(coachId: string, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  return asSystem("requests run out", async (tx) => {
    await takeTurn(tx, coachId);
    const gone = await tx
      .update(bookings)
      .set({ status: "expired" })
      .where(
        and(
          eq(bookings.coachId, coachId),
          eq(bookings.status, "requested"),
          sql`(lower(${bookings.during}) <= ${at} or ${bookings.arcId} in (
            select b.arc_id from bookings b where b.status = 'requested' and lower(b.during) <= ${at}))`,
        ),
      )
      .returning({ id: bookings.id, arcId: bookings.arcId });
    const ids = gone.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const proposals = await tx
      .update(bookings)
      .set({ status: "expired" })
      .where(and(inArray(bookings.proposedFor, ids), eq(bookings.status, "held")))
      .returning({ id: bookings.id });
    await tx.update(bookingAttendees).set({ active: false }).where(inArray(bookingAttendees.bookingId, ids));
    await noteAll(tx, "system", "booking.expired", [...gone, ...proposals]);
    await tell(tx, gone, now);
    return ids.length;
  });
}

/** What belongs together is told of in one letter. */
async function tell(tx: Tx, gone: { id: string; arcId: string | null }[], now: number): Promise<void> {
  const arcIds = new Set<string>();
  for (const { id, arcId } of gone)
    if (arcId) arcIds.add(arcId);
    else await requestUnanswered(tx, id, now);
  const ids = gone.map(({ id }) => id);
  for (const arcId of arcIds) await arcUnanswered(tx, arcId, ids, now);
}
