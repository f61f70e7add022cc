import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { askedTogether } from "#lib/arcs/plan-move.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { demandOpenRequest } from "#lib/bookings/commands/answer-request.ts";
import { requestOf } from "#lib/bookings/commands/idempotency.ts";
import { lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { putInBook } from "#lib/bookings/commands/put-in-book.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import type { ProposeTimesInput } from "#lib/bookings/input.ts";
import { timesProposed } from "#lib/bookings/letters/requests.ts";
import { occupiedBy, proposalHours } from "#lib/bookings/rules.ts";
import { sealAnswer } from "#lib/bookings/sealed-words.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * The coach offers other times in place of the one that was asked for. All of them are kept until `until`, the one
 * asked for too, so that whichever the client takes is there. Proposing again replaces what was proposed.
 */
export async function proposeTimes(
  coach: CoachViewer,
  bookingId: string,
  { starts, sentence }: ProposeTimesInput,
  now: number,
): Promise<{ until: string }> {
  const until = Math.min(now + proposalHours * 3_600_000, ...starts);
  await asViewer(coach, async (tx) => {
    const booking = await lockInTurn(tx, coach, bookingId);
    demandOpenRequest(booking, now);
    // Of what was asked for together another day can be offered; the rest goes along with it.
    if (booking.arcId && booking.arcStep !== "guidance") throw askedTogether();
    await releaseProposals(tx, coach, bookingId);
    const schedule = await scheduleOf(tx, booking);
    const zone = schedule.type.coachZone;
    for (const start of starts) {
      const request = requestOf(`coach:${coach.id}`, undefined, { bookingId, start });
      const as = {
        status: "held" as const,
        journeyId: booking.journeyId,
        holdExpires: until,
        proposedFor: bookingId,
      };
      if (overlaps(booking.occupied, occupiedBy(schedule.type, start).occupied)) throw tooNear();
      const isGood = await isFree(tx, schedule, start, now);
      const kept = isGood && (await putInBook(tx, schedule, { start, zone, request, as }, now));
      if (!kept) throw await takenRefusal(tx, schedule, { start, zone }, now);
      await note(tx, coach, "booking.held", { type: "booking", id: kept.id }, { start });
    }
    const answerSealed = sentence ? sealAnswer(bookingId, sentence) : null;
    await tx.update(bookings).set({ answerSealed }).where(eq(bookings.id, bookingId));
    await note(tx, coach, "booking.times_proposed", { type: "booking", id: bookingId });
    await timesProposed(tx, bookingId, { starts, until, round: randomUUID() }, now);
  });
  return { until: new Date(until).toISOString() };
}

type Stretch = { start: number; end: number };

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

function tooNear(): Refusal {
  return new Refusal(
    "One of these is too close to the time that was asked for, so both cannot be kept. Please offer one apart from it.",
    { code: "too_near", field: "starts" },
  );
}
