import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { journeyMembers, journeys } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { attend } from "#lib/bookings/commands/attend.ts";
import { demandNamed } from "#lib/bookings/commands/despite-rules.ts";
import { findMade, requestOf } from "#lib/bookings/commands/idempotency.ts";
import { makeRoom } from "#lib/bookings/commands/make-room.ts";
import { putInBook } from "#lib/bookings/commands/put-in-book.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { writeReason } from "#lib/bookings/commands/write-reason.ts";
import type { BookForClientInput } from "#lib/bookings/input.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { takeTurn } from "#lib/bookings/turns.ts";
import { passGate } from "#lib/guidance/pass-gate.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/**
 * A coach books for a client, or for both of a couple, also outside the own rules when `despite` names each that is
 * passed over. The same key gives the same booking. Never over another session.
 */
export async function bookForClient(
  coach: CoachViewer,
  input: BookForClientInput,
  key: string | undefined,
  now: number,
): Promise<{ status: "confirmed"; bookingId: string }> {
  const { journeyId, typeId, start, mail, reason, despite } = input;
  const request = requestOf(`coach:${coach.id}`, key, { journeyId, typeId, start });
  const bookingId = await asViewer(coach, async (tx) => {
    await takeTurn(tx, coach.id);
    const before = await findMade(tx, request);
    if (before) return before.id;
    const schedule = await demandOwn(tx, coach, typeId);
    const members = await demandMembers(tx, coach, journeyId, schedule);
    const zone = schedule.type.coachZone;
    const outsideRules = await demandNamed(tx, schedule, { start, zone, despite }, now);
    const occupied = await makeRoom(tx, schedule, start);
    const as = { status: "confirmed" as const, journeyId, outsideRules };
    const made = await putInBook(tx, schedule, { start, zone, request, as, occupied }, now);
    if (!made) throw await takenRefusal(tx, schedule, { start, zone }, now);
    for (const clientId of members) {
      if (await attend(tx, { bookingId: made.id, clientId, during: made.during, agreedAt: now })) continue;
      throw new Refusal("They have another session at that time. Please choose another one.", {
        code: "clash",
        field: "start",
        status: 409,
      });
    }
    const day = { bookingId: made.id, clientId: members[0] ?? "", guidanceStart: start, reason };
    const isOpen = schedule.type.kind === "guidance" && (await passGate(tx, coach, day, now));
    if (reason && !isOpen) await writeReason(tx, coach, { bookingId: made.id, act: "booked", reason });
    await note(tx, coach, "booking.confirmed", { type: "booking", id: made.id }, { start });
    if (mail) await bookingConfirmed(tx, made.id, coach, now);
    return made.id;
  });
  return { status: "confirmed", bookingId };
}

async function demandOwn(tx: Tx, coach: CoachViewer, typeId: string): Promise<Schedule> {
  const schedule = await findSchedule(tx, typeId);
  if (schedule?.type.coachId !== coach.id) throw new NotFound();
  return schedule;
}

async function demandMembers(
  tx: Tx,
  coach: CoachViewer,
  journeyId: string,
  { type }: Schedule,
): Promise<string[]> {
  const rows = await tx
    .select({ clientId: journeyMembers.clientId, kind: journeys.kind })
    .from(journeyMembers)
    .innerJoin(journeys, eq(journeys.id, journeyMembers.journeyId))
    .where(
      and(
        eq(journeyMembers.journeyId, journeyId),
        eq(journeys.coachId, coach.id),
        isNull(journeyMembers.leftAt),
      ),
    );
  const [first] = rows;
  if (!first) throw new NotFound();
  if ((type.kind === "couple") !== (first.kind === "couple"))
    throw new Refusal(
      type.kind === "couple"
        ? "A couple session is for two people who are here as a couple."
        : "This kind is for one person. Please choose one of the two.",
      { field: "typeId" },
    );
  return rows.map(({ clientId }) => clientId);
}
