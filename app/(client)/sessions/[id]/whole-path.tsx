import type { ClientViewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes } from "#lib/availability/queries.ts";
import { type FoundBooking, listOwnBookings } from "#lib/bookings/queries.ts";
import { pathOf } from "./path.ts";
import { YourPath } from "./your-path.tsx";

type WholePathProps = { client: ClientViewer; booking: FoundBooking; zone: string; now: number };

/** The path that a session lies on. A session of two, or for a professional, lies on none. */
export async function WholePath({ client, booking, zone, now }: WholePathProps) {
  const { coachId, coachName, kind } = booking;
  if (kind === "couple" || kind === "mentorship") return null;
  const [own, types] = await Promise.all([listOwnBookings(client), listOfferedTypes()]);
  const offered = Object.fromEntries(
    types.filter((type) => type.coachId === coachId).map((type) => [type.kind, type.id]),
  );
  const sessions = own.filter((one) => one.coachId === coachId);
  const path = pathOf(sessions, { hereId: booking.id, zone, now, coachName, offered });
  return <YourPath path={path} coachName={coachName} />;
}
