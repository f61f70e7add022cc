import type { Tx } from "#db/client.ts";
import { moveArc } from "#lib/arcs/commands/move-arc.ts";
import { arcAskedAnew } from "#lib/arcs/letters/requested.ts";
import { planOthers } from "#lib/arcs/plan-move.ts";
import { lockSessions } from "#lib/arcs/sessions.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { ownRules } from "#lib/bookings/outside-rules.ts";

/**
 * A client takes another day that the coach has proposed: what was asked for with it goes along, each to the nearest
 * free time in its own place, or is let go where there is none. It stays asked for, since the coach answers all of it
 * together. Whoever calls has taken the coach's turn and let the proposals go.
 */
export async function takeProposedDay(
  tx: Tx,
  client: ClientViewer,
  arcId: string,
  { start, zone }: { start: number; zone: string },
  now: number,
): Promise<void> {
  const sessions = await lockSessions(tx, arcId);
  const plan = await planOthers(tx, sessions, { start, zone, isCoach: true }, now);
  const others = plan
    .filter(({ fate }) => fate !== "stays")
    .map((other) => ({
      bookingId: other.bookingId,
      start: other.start === null ? null : Date.parse(other.start),
    }));
  await moveArc(tx, client, arcId, { start, zone, others, mail: false, despite: [...ownRules] }, now);
  await arcAskedAnew(tx, arcId, now);
}
