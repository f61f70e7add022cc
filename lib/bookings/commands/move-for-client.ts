import { asViewer } from "#db/client.ts";
import { moveInArc } from "#lib/arcs/commands/move-arc.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { demandNamed } from "#lib/bookings/commands/despite-rules.ts";
import { lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { makeRoom } from "#lib/bookings/commands/make-room.ts";
import { releaseStaleHolds } from "#lib/bookings/commands/put-in-book.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { shiftBooking } from "#lib/bookings/commands/shift-booking.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { writeReason } from "#lib/bookings/commands/write-reason.ts";
import type { MoveForClientInput } from "#lib/bookings/input.ts";
import { bookingMoved } from "#lib/bookings/letters/booked.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import { Refusal } from "#lib/refusal.ts";

/** A coach moves a session, also outside the own rules when `despite` names each that is passed over. */
export async function moveForClient(
  coach: CoachViewer,
  bookingId: string,
  { start, mail, reason, despite, others = [] }: MoveForClientInput,
  now: number,
): Promise<{ status: "moved" }> {
  return asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    if (booking.status !== "confirmed" && booking.status !== "requested")
      throw new Refusal("This session does not stand in the book any more, so it cannot be moved.", {
        code: "not_movable",
      });
    if (booking.during.start === start && others.length === 0) return { status: "moved" };
    const { arcId } = booking;
    const schedule = await scheduleOf(tx, booking);
    const zone = schedule.type.coachZone;
    const inArc = { start, zone, others, mail, despite };
    if (arcId && (await moveInArc(tx, coach, { ...booking, arcId }, inArc, now))) {
      if (reason) await writeReason(tx, coach, { bookingId, act: "moved", reason });
      return { status: "moved" };
    }
    const wish = { start, zone, despite, except: [bookingId] };
    const outsideRules = await demandNamed(tx, schedule, wish, now);
    await releaseProposals(tx, coach, bookingId);
    const { during, occupied: usual } = occupiedBy(schedule.type, start);
    await releaseStaleHolds(tx, coach.id, usual, now);
    const occupied = await makeRoom(tx, schedule, start, bookingId);
    if (!(await shiftBooking(tx, booking, { during, occupied }, now, { outsideRules })))
      throw await takenRefusal(tx, schedule, { start, zone }, now);
    if (reason) await writeReason(tx, coach, { bookingId, act: "moved", reason });
    const times = { from: booking.during.start, start };
    await note(tx, coach, "booking.moved", { type: "booking", id: bookingId }, times);
    if (mail) await bookingMoved(tx, bookingId, coach, now);
    return { status: "moved" };
  });
}
