import { asViewer } from "#db/client.ts";
import type { ClientViewer, Viewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { findHold, type Hold } from "#lib/flags/hold.ts";
import { readGate } from "#lib/guidance/gate.ts";
import { checklist } from "#lib/guidance/words.ts";

type Question = {
  coachId: string;
  coachName: string;
  /** When the day begins; left out, no day is chosen yet. */
  start?: number | undefined;
  arcId?: string | null;
  zone: string;
};

/** What has to be talked about before this day of guidance, which is asked for or fixed and lies ahead. */
export async function findHoldBefore(
  viewer: Viewer,
  booking: FoundBooking,
  now: number,
): Promise<Hold | undefined> {
  const standing = standingOf(booking, now);
  const [client] = booking.attendees;
  if (booking.kind !== "guidance" || !client || (standing !== "ahead" && standing !== "asked"))
    return undefined;
  const two = { clientId: client.id, coachId: booking.coachId };
  return asViewer(viewer, (tx) => findHold(tx, two));
}

const quarter = 90 * 86_400_000;

/** What a day of guidance waits for, in the client's words: how each thing stands, and who acts next. */
export async function listConditions(
  client: ClientViewer,
  { coachId, coachName, start, arcId, zone }: Question,
  now: number,
) {
  const question = {
    clientId: client.id,
    coachId,
    guidanceStart: start ?? now + quarter,
    ...(arcId && { arcId }),
  };
  const conditions = await asViewer(client, (tx) => readGate(tx, question, now));
  // How far a preparation is from a day can be said once there is a day.
  const known = conditions.filter(({ key }) => start !== undefined || key !== "spacing");
  return checklist(known, { role: "client", clientId: client.id, coachId, otherName: coachName, zone });
}
