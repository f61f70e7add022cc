import { asSystem } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import { findMade, requestOf, visitorKey } from "#lib/bookings/commands/idempotency.ts";
import { demandInstant, takeSlot } from "#lib/bookings/commands/take-slot.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import type { HoldSlotInput } from "#lib/bookings/input.ts";
import { holdToConfirm } from "#lib/bookings/letters/hold-to-confirm.ts";
import { holdMinutes } from "#lib/bookings/rules.ts";

/** Keeps a free time for a visitor until they have proved their address, and sends the mail to prove it with. */
export async function holdSlot(
  input: HoldSlotInput,
  from: { key?: string; browserHash?: Buffer },
  now: number,
) {
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
  const held = await asSystem("a visitor holds a time", async (tx) => {
    const before = await findMade(tx, request);
    if (before) return { id: before.id, until: before.holdExpires ?? now };
    const as = {
      status: "held" as const,
      holdExpires,
      heldName: name,
      heldEmail: email,
    };
    const schedule = await demandInstant(tx, typeId);
    const made = await takeSlot(tx, schedule, { start, zone, request, as }, now);
    if (!made) {
      const twin = await findMade(tx, request);
      if (!twin) throw await takenRefusal(tx, schedule, input, now);
      return { id: twin.id, until: twin.holdExpires ?? now };
    }
    await note(tx, "visitor", "booking.held", { type: "booking", id: made.id }, { start });
    await holdToConfirm(tx, made.id, from.browserHash, now);
    return { id: made.id, until: holdExpires };
  });
  return {
    status: "held" as const,
    holdId: held.id,
    until: new Date(held.until).toISOString(),
  };
}
