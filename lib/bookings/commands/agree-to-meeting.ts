import { and, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { demandOpenRequest } from "#lib/bookings/commands/answer-request.ts";
import { lockBooking } from "#lib/bookings/commands/lock-booking.ts";

/** Says that the time of a session of two suits this one too. Saying it twice is saying it once. */
export async function agreeToMeeting(client: ClientViewer, bookingId: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const booking = await lockBooking(tx, client, bookingId);
    if (booking.status === "confirmed") return;
    demandOpenRequest(booking, now);
    await tx
      .update(bookingAttendees)
      .set({ agreedAt: now })
      .where(and(eq(bookingAttendees.bookingId, bookingId), eq(bookingAttendees.clientId, client.id)));
    await note(tx, client, "booking.agreed", { type: "booking", id: bookingId });
  });
}
