import { and, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { type ArcSession, selectSessions } from "#lib/arcs/sessions.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

/** All sessions that belong together with this one, itself among them, in the order of their times. None: it is alone. */
export async function listArcSessions(viewer: Viewer, bookingId: string): Promise<ArcSession[]> {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx
      .select({ arcId: bookings.arcId })
      .from(bookings)
      .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
    return own?.arcId ? selectSessions(tx, own.arcId) : [];
  });
}
