import type { Tx } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { Refusal } from "#lib/refusal.ts";

type Attending = {
  bookingId: string;
  clientId: string;
  during: { start: number; end: number };
};

/** Adds the client to the booking. The database refuses a second session of theirs at the same time. */
export async function attend(tx: Tx, attending: Attending): Promise<void> {
  const added = await tx
    .insert(bookingAttendees)
    .values({ ...attending, active: true })
    .onConflictDoNothing()
    .returning({ clientId: bookingAttendees.clientId });
  if (added.length === 0)
    throw new Refusal(
      "You already have a session at that time. Please choose another, or cancel that one first.",
      {
        code: "clash",
        field: "start",
        status: 409,
      },
    );
}
