import { asSystem, type Tx } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findMade, requestOf, visitorKey } from "#lib/bookings/commands/idempotency.ts";
import { offerNearTimes } from "#lib/bookings/commands/near-times.ts";
import { demandInstant, takeSlot } from "#lib/bookings/commands/take-slot.ts";
import { demandZone, takenWith } from "#lib/bookings/commands/taken.ts";
import type { HoldSlotInput } from "#lib/bookings/input.ts";
import { holdToConfirm } from "#lib/bookings/letters/hold-to-confirm.ts";
import { holdMinutes } from "#lib/bookings/rules.ts";
import { findOwnJourney } from "#lib/journeys/ensure-individual.ts";

type From = { key?: string | undefined; browserHash?: Buffer; client?: ClientViewer | undefined };

/**
 * Keeps a free time for a visitor until they have proved their address, and sends the mail to prove it with. A `client`
 * who is signed in is held to the kinds that are there for them. What an address alone may have is no question: the
 * answer would tell whose it is.
 */
export async function holdSlot(input: HoldSlotInput, from: From, now: number) {
  demandZone(input.zone);
  const { typeId, start, zone, name, email } = input;
  const request = requestOf(visitorKey(email), from.key, {
    typeId,
    start,
    zone,
    name,
    email,
  });
  const holdExpires = now + holdMinutes * 60_000;
  const hold = async (tx: Tx) => {
    const before = await findMade(tx, request);
    if (before) return { id: before.id, until: before.holdExpires ?? now };
    const as = {
      status: "held" as const,
      holdExpires,
      heldName: name,
      heldEmail: email,
    };
    const schedule = await demandInstant(tx, typeId);
    if (from.client) await findOwnJourney(tx, from.client.id, typeId);
    const made = await takeSlot(tx, schedule, { start, zone, request, as }, now);
    if (!made) {
      const twin = await findMade(tx, request);
      if (!twin) throw takenWith([]);
      return { id: twin.id, until: twin.holdExpires ?? now };
    }
    await note(tx, "visitor", "booking.held", { type: "booking", id: made.id }, { start });
    await holdToConfirm(tx, made.id, from.browserHash, now);
    return { id: made.id, until: holdExpires };
  };
  const held = await offerNearTimes(input, now, () => asSystem("a visitor holds a time", hold));
  return {
    status: "held" as const,
    holdId: held.id,
    until: new Date(held.until).toISOString(),
  };
}
