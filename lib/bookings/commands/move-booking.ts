import { and, eq, ne } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { moveInArc } from "#lib/arcs/commands/move-arc.ts";
import { windowInArc } from "#lib/arcs/window-in-arc.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type LockedBooking, lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { shiftBooking } from "#lib/bookings/commands/shift-booking.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import type { MoveBookingInput } from "#lib/bookings/input.ts";
import { bookingMoved } from "#lib/bookings/letters/booked.ts";
import { bookingRequested } from "#lib/bookings/letters/requests.ts";
import { mayStillChange, occupiedBy } from "#lib/bookings/rules.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * A client moves a session to another free time. It stays the same booking, and keeps its old time until the new one
 * is taken. A session of two has to be agreed on anew. Moving it to where it is changes nothing.
 */
export async function moveBooking(
  client: ClientViewer,
  bookingId: string,
  { start, zone, others = [] }: MoveBookingInput,
  now: number,
) {
  demandZone(zone);
  return asViewer(client, async (tx) => {
    const booking = await lockInTurn(tx, client, bookingId);
    demandMovable(booking, now);
    const { arcId } = booking;
    if (booking.during.start === start && others.length === 0) return { status: "moved" as const, bookingId };
    const inArc = { start, zone, others, mail: true };
    if (arcId && (await moveInArc(tx, client, { ...booking, arcId }, inArc, now)))
      return { status: "moved" as const, bookingId };
    const schedule = await scheduleOf(tx, booking);
    const wanted = { start, zone, within: await windowInArc(tx, booking) };
    if (!(await isFree(tx, schedule, start, now, { except: [bookingId], anyHorizon: arcId !== null })))
      throw await takenRefusal(tx, schedule, wanted, now);
    await releaseProposals(tx, client, bookingId);
    const isShared = await askOthersAnew(tx, bookingId, client.id);
    const changes = isShared ? { status: "requested" as const } : {};
    if (!(await shiftBooking(tx, booking, occupiedBy(schedule.type, start), now, changes)))
      throw await takenRefusal(tx, schedule, wanted, now);
    await note(
      tx,
      client,
      "booking.moved",
      { type: "booking", id: bookingId },
      { from: booking.during.start, start },
    );
    const stood = booking.status === "confirmed";
    if (isShared && stood)
      await note(tx, client, "booking.requested", { type: "booking", id: bookingId }, { start });
    if (isShared || booking.status === "requested")
      await bookingRequested(tx, bookingId, client, now, { stood, moved: true });
    else await bookingMoved(tx, bookingId, client, now);
    return { status: "moved" as const, bookingId };
  });
}

export function demandMovable(
  booking: Pick<LockedBooking, "status" | "during" | "kind" | "cutOff">,
  now: number,
): void {
  const { status, during } = booking;
  if (status !== "confirmed" && status !== "requested")
    throw new Refusal("This session can no longer be moved. You can choose a new time whenever you like.", {
      code: "not_movable",
    });
  if (!mayStillChange({ ...booking, start: during.start }, "client", now))
    throw new Refusal(
      "It is too close to the session to move it here. Please write to your coach, no reason is needed.",
      { code: "too_late" },
    );
}

/** Whether others come too; they are asked whether the new time suits them. */
async function askOthersAnew(tx: Tx, bookingId: string, clientId: string): Promise<boolean> {
  const others = await tx
    .update(bookingAttendees)
    .set({ agreedAt: null })
    .where(and(eq(bookingAttendees.bookingId, bookingId), ne(bookingAttendees.clientId, clientId)))
    .returning({ id: bookingAttendees.clientId });
  return others.length > 0;
}
