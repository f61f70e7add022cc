import { asViewer, type Tx } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { attend } from "#lib/bookings/commands/attend.ts";
import { findMade, requestOf } from "#lib/bookings/commands/idempotency.ts";
import { demandSchedule, takeSlot } from "#lib/bookings/commands/take-slot.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import type { BookSlotInput } from "#lib/bookings/input.ts";
import { bookingConfirmed } from "#lib/bookings/letters.ts";
import { journeyForType } from "#lib/journeys/ensure-individual.ts";

/** A signed-in client takes a free time at once. The same key gives the same booking, however often it is sent. */
export async function bookSlot(
  client: ClientViewer,
  input: BookSlotInput,
  key: string | undefined,
  now: number,
) {
  demandZone(input.zone);
  const request = requestOf(`client:${client.id}`, key, input);
  const journeyId = await journeyForType(client.id, input.typeId, (tx) => demandFree(tx, input, now));
  const bookingId = await asViewer(client, async (tx) => {
    const before = await findMade(tx, request);
    if (before) return before.id;
    const schedule = await demandSchedule(tx, input.typeId);
    const as = { status: "confirmed" as const, journeyId };
    const made = await takeSlot(tx, schedule, { ...input, request, as }, now);
    if (made) {
      await finish(tx, client, made, now);
      return made.id;
    }
    // A twin of this very click may have won between the two looks.
    const twin = await findMade(tx, request);
    if (!twin) throw await takenRefusal(tx, schedule, input, now);
    return twin.id;
  });
  return { status: "confirmed" as const, bookingId };
}

async function demandFree(tx: Tx, { typeId, start, zone }: BookSlotInput, now: number): Promise<void> {
  const schedule = await demandSchedule(tx, typeId);
  const free = await freeStarts(tx, schedule, { start, end: start + 1 }, now);
  if (!free.includes(start)) throw await takenRefusal(tx, schedule, { start, zone }, now);
}

async function finish(
  tx: Tx,
  client: ClientViewer,
  made: { id: string; during: { start: number; end: number } },
  now: number,
) {
  await attend(tx, {
    bookingId: made.id,
    clientId: client.id,
    during: made.during,
  });
  await note(tx, client, "booking.confirmed", { type: "booking", id: made.id });
  await bookingConfirmed(tx, made.id, now);
}
