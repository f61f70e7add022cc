import { and, eq, gt } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import { takeProposedDay } from "#lib/arcs/commands/take-proposed-day.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { demandOpenRequest } from "#lib/bookings/commands/answer-request.ts";
import { lockInTurn } from "#lib/bookings/commands/lock-booking.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { shiftBooking } from "#lib/bookings/commands/shift-booking.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { bookingRequested } from "#lib/bookings/letters/requests.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * The client takes one of the times that the coach proposed: with this one act it is theirs, since the coach has said
 * yes already. For a session of two the other one is asked first; what was asked for together stays asked for. It runs as the portal, for a client may not confirm.
 */
export async function acceptProposal(
  client: ClientViewer,
  bookingId: string,
  proposalId: string,
  now: number,
): Promise<{ status: "confirmed" | "requested" }> {
  return asSystem("a client takes a time that the coach proposed", async (tx) => {
    const booking = await lockInTurn(tx, client, bookingId);
    const proposal = await findProposal(tx, bookingId, proposalId, now);
    if (booking.status === "confirmed" && booking.during.start === proposal?.during.start)
      return { status: "confirmed" };
    demandOpenRequest(booking, now);
    if (proposal?.status !== "held") throw proposalOver();
    await releaseProposals(tx, client, bookingId);
    if (booking.arcId) {
      await takeProposedDay(
        tx,
        client,
        booking.arcId,
        { start: proposal.during.start, zone: booking.zone },
        now,
      );
      return { status: "requested" };
    }
    const isShared = await agreeAlone(tx, client, bookingId, now);
    const status = isShared ? ("requested" as const) : ("confirmed" as const);
    if (!(await shiftBooking(tx, booking, proposal, now, { status }))) throw proposalOver();
    const { start } = proposal.during;
    const subject = { type: "booking", id: bookingId };
    await note(tx, client, "booking.moved", subject, { from: booking.during.start, start });
    if (isShared) await bookingRequested(tx, bookingId, client, now);
    else {
      await note(tx, client, "booking.confirmed", subject, { start });
      await bookingConfirmed(tx, bookingId, client, now);
    }
    return { status };
  });
}

async function findProposal(tx: Tx, bookingId: string, proposalId: string, now: number) {
  const [proposal] = await tx
    .select({ status: bookings.status, during: bookings.during, occupied: bookings.occupied })
    .from(bookings)
    .where(
      and(eq(bookings.id, proposalId), eq(bookings.proposedFor, bookingId), gt(bookings.holdExpires, now)),
    );
  return proposal;
}

/** Whether others come too; then they have yet to agree. */
async function agreeAlone(tx: Tx, client: ClientViewer, bookingId: string, now: number): Promise<boolean> {
  const all = await tx
    .update(bookingAttendees)
    .set({ agreedAt: null })
    .where(eq(bookingAttendees.bookingId, bookingId))
    .returning({ clientId: bookingAttendees.clientId });
  await tx
    .update(bookingAttendees)
    .set({ agreedAt: now })
    .where(and(eq(bookingAttendees.bookingId, bookingId), eq(bookingAttendees.clientId, client.id)));
  return all.length > 1;
}

function proposalOver(): Refusal {
  return new Refusal(
    "This time is not kept any more. The one that you asked for still is, and you can write to your coach.",
    { code: "proposal_over" },
  );
}
