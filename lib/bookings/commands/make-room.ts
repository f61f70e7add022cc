import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";

type Stretch = { start: number; end: number };

/**
 * Where a coach books closer than the own buffers allow: shortens the buffers around `start`, of its neighbours and
 * its own, never anybody's session. Gives what the session may occupy. Whoever calls has taken the coach's turn.
 */
export async function makeRoom(
  tx: Tx,
  { type }: Schedule,
  start: number,
  exceptId?: string,
): Promise<Stretch> {
  const { during, occupied } = occupiedBy(type, start);
  const neighbours = await tx
    .select({ id: bookings.id, during: bookings.during, occupied: bookings.occupied })
    .from(bookings)
    .where(
      and(
        eq(bookings.coachId, type.coachId),
        inArray(bookings.status, ["held", "requested", "confirmed", "completed", "no_show"]),
        sql`${bookings.occupied} && tstzrange(${iso(occupied.start)}, ${iso(occupied.end)})`,
        // Who has booked the time itself meanwhile, without a turn, keeps it: the constraint says no to the caller.
        sql`not ${bookings.during} && tstzrange(${iso(during.start)}, ${iso(during.end)})`,
        exceptId ? ne(bookings.id, exceptId) : undefined,
      ),
    )
    .for("update");
  let { start: from, end: until } = occupied;
  for (const other of neighbours) {
    const isBefore = other.during.end <= during.start;
    const kept = isBefore
      ? { start: other.occupied.start, end: Math.min(other.occupied.end, during.start) }
      : { start: Math.max(other.occupied.start, during.end), end: other.occupied.end };
    if (kept.start !== other.occupied.start || kept.end !== other.occupied.end)
      await tx.update(bookings).set({ occupied: kept }).where(eq(bookings.id, other.id));
    if (isBefore) from = Math.max(from, kept.end);
    else until = Math.min(until, kept.start);
  }
  return { start: from, end: until };
}

const iso = (ms: number) => new Date(ms).toISOString();
