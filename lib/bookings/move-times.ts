import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { windowInArc } from "#lib/arcs/window-in-arc.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { demandMovable } from "#lib/bookings/commands/move-booking.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { demandZone } from "#lib/bookings/commands/taken.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import { groupByDate } from "#lib/bookings/group-by-date.ts";
import type { TimesToMoveInput } from "#lib/bookings/input.ts";
import { type FoundBooking, findBooking } from "#lib/bookings/queries.ts";
import { daysSpan, listDates } from "#lib/bookings/rules.ts";
import { NotFound } from "#lib/refusal.ts";

/** Where a client can move a session to, by local date in the reader's zone. Its own time stands in nobody's way. */
export async function listTimesToMove(
  client: ClientViewer,
  bookingId: string,
  { from, days, zone }: TimesToMoveInput,
  now: number,
) {
  demandZone(zone);
  const booking = await findBooking(client, bookingId);
  if (!booking) throw new NotFound();
  demandMovable(booking, now);
  const starts = await asViewer(client, async (tx) => {
    const schedule = await scheduleOf(tx, booking);
    const except = await listMovedAlong(tx, booking);
    const place = await windowInArc(tx, booking);
    const range = within(daysSpan(from, days, zone), place);
    return freeStarts(tx, schedule, range, now, { except, anyHorizon: place !== undefined });
  });
  const others = starts.filter((start) => start !== booking.during.start);
  return { zone, days: groupByDate(others, listDates(from, days), zone) };
}

/** A day of guidance takes what belongs to it along. */
async function listMovedAlong(tx: Tx, { id, kind, arcId }: FoundBooking): Promise<string[]> {
  if (kind !== "guidance" || !arcId) return [id];
  const rows = await tx.select({ id: bookings.id }).from(bookings).where(eq(bookings.arcId, arcId));
  return rows.map((row) => row.id);
}

type Range = { start: number; end: number };

/** A session of an arc keeps its place in it. */
function within({ start, end }: Range, place: { from: number; until: number } | undefined): Range {
  return place ? { start: Math.max(start, place.from), end: Math.min(end, place.until) } : { start, end };
}
