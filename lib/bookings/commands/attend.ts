import type { Tx } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { Refusal } from "#lib/refusal.ts";

type Attending = {
  bookingId: string;
  clientId: string;
  during: { start: number; end: number };
  /** Since when they agree to come; for a session of two the other one is asked first. */
  agreedAt: number | null;
};

/** Adds a client to the booking; false when they have another session then: the database refuses two at once. */
export async function attend(tx: Tx, attending: Attending): Promise<boolean> {
  const added = await tx
    .insert(bookingAttendees)
    .values({ ...attending, active: true })
    .onConflictDoNothing()
    .returning({ clientId: bookingAttendees.clientId });
  return added.length > 0;
}

/** For the client themselves. What another person's time is taken with is nobody's business. */
export function clashRefusal(): Refusal {
  return new Refusal(
    "You already have a session at that time. Please choose another, or cancel that one first.",
    { code: "clash", field: "start", status: 409 },
  );
}
