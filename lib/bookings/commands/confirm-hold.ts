import { and, eq, gt } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookings, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { findSchedule } from "#lib/availability/queries.ts";
import { attend, clashRefusal } from "#lib/bookings/commands/attend.ts";
import { visitorKey } from "#lib/bookings/commands/idempotency.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { NotFound } from "#lib/refusal.ts";

/** Makes a held time the client's own. It must have been held for their address, and not have run out. */
export async function confirmHold(
  client: ClientViewer,
  bookingId: string,
  now: number,
): Promise<{ bookingId: string }> {
  await asSystem("a hold becomes a client's booking", async (tx) => {
    const hold = await findHold(tx, client, bookingId);
    if (hold.status === "confirmed") return;
    const journeyId = await ensureIndividualJourney(tx, client.id, hold.coachId);
    const [confirmed] = await tx
      .update(bookings)
      .set({
        status: "confirmed",
        journeyId,
        holdExpires: null,
        heldName: null,
        heldEmail: null,
      })
      .where(and(eq(bookings.id, bookingId), eq(bookings.status, "held"), gt(bookings.holdExpires, now)))
      .returning({ during: bookings.during });
    if (!confirmed) throw await holdOver(tx, hold, now);
    const { during } = confirmed;
    if (!(await attend(tx, { bookingId, clientId: client.id, during, agreedAt: now }))) throw clashRefusal();
    await note(tx, client, "booking.confirmed", { type: "booking", id: bookingId }, { start: during.start });
    await bookingConfirmed(tx, bookingId, client, now);
  });
  return { bookingId };
}

async function findHold(tx: Tx, client: ClientViewer, bookingId: string) {
  const [hold] = await tx
    .select({
      status: bookings.status,
      coachId: bookings.coachId,
      journeyId: bookings.journeyId,
      heldEmail: bookings.heldEmail,
      heldBy: bookings.idempotencyOwner,
      typeId: bookings.typeId,
      zone: bookings.bookedZone,
      during: bookings.during,
      email: users.email,
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, client.id))
    .where(eq(bookings.id, bookingId))
    .for("update", { of: bookings });
  if (!hold || !(await isTheirs(tx, client, hold))) throw new NotFound();
  return hold;
}

type Hold = {
  status: string;
  heldEmail: string | null;
  heldBy: string;
  email: string;
  journeyId: string | null;
  coachId: string;
};

async function isTheirs(tx: Tx, client: ClientViewer, hold: Hold): Promise<boolean> {
  if (hold.status === "held") return hold.heldEmail === hold.email;
  // The address is gone from a hold that has run out; its key is not.
  if (hold.status === "expired") return hold.heldBy === visitorKey(hold.email);
  return hold.journeyId === (await ensureIndividualJourney(tx, client.id, hold.coachId));
}

async function holdOver(
  tx: Tx,
  { typeId, zone, during }: { typeId: string; zone: string; during: { start: number } },
  now: number,
) {
  const schedule = await findSchedule(tx, typeId);
  if (!schedule) throw new NotFound();
  const refusal = await takenRefusal(tx, schedule, { start: during.start, zone }, now);
  return Object.assign(refusal, {
    message:
      "We kept this time as long as we could, and it is free for others again. You can choose it once more if it is still there.",
    code: "hold_over",
  });
}
