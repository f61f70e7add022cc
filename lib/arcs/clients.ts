import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";

/** Who the day is for: guidance is for one. */
export async function findClient(tx: Tx, bookingId: string): Promise<string> {
  const [comes] = await tx
    .select({ clientId: bookingAttendees.clientId })
    .from(bookingAttendees)
    .where(eq(bookingAttendees.bookingId, bookingId));
  if (!comes) throw new Error("Nobody comes to a session of an arc");
  return comes.clientId;
}
