import { eq, exists, type SQL, sql } from "drizzle-orm";
import { bookingAttendees, bookings } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Which bookings exist for this person: a coach's own book, a client's own sessions. */
export function visibleTo(viewer: Pick<Viewer, "id" | "role">): SQL | undefined {
  if (viewer.role === "coach") return eq(bookings.coachId, viewer.id);
  return exists(
    sql`(select 1 from ${bookingAttendees} where ${bookingAttendees.bookingId} = ${bookings.id} and ${bookingAttendees.clientId} = ${viewer.id})`,
  );
}
