import type { Tx } from "#db/client.ts";
import { findClient } from "#lib/arcs/clients.ts";
import { arcConfirmed, arcDeclined } from "#lib/arcs/letters/answered.ts";
import { type ArcSession, lockSessions } from "#lib/arcs/sessions.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { markConfirmed, markDeclined, passedRefusal } from "#lib/bookings/commands/mark-answer.ts";
import { releaseProposals } from "#lib/bookings/commands/release-proposals.ts";
import { passGate } from "#lib/guidance/pass-gate.ts";

/**
 * The coach says yes to all that was asked for together. While something is still open before the day, only with a
 * written reason. Whoever calls has taken the coach's turn.
 */
export async function confirmArc(
  tx: Tx,
  coach: CoachViewer,
  arcId: string,
  reason: string | undefined,
  now: number,
): Promise<void> {
  const asked = await demandAsked(tx, arcId, now);
  await demandGate(tx, coach, arcId, asked, reason, now);
  for (const session of asked) {
    await releaseProposals(tx, coach, session.id);
    await markConfirmed(tx, coach, session);
  }
  await arcConfirmed(tx, arcId, now);
}

/** The coach says no to all of it, with a sentence that the client reads in the portal. All times are free at once. */
export async function declineArc(
  tx: Tx,
  coach: CoachViewer,
  arcId: string,
  sentence: string,
  now: number,
): Promise<void> {
  const asked = await demandAsked(tx, arcId, now);
  for (const { id } of asked) {
    await releaseProposals(tx, coach, id);
    await markDeclined(tx, coach, id, sentence, now);
  }
  await arcDeclined(tx, arcId, now);
}

async function demandAsked(tx: Tx, arcId: string, now: number): Promise<ArcSession[]> {
  const asked = (await lockSessions(tx, arcId)).filter(({ status }) => status === "requested");
  const [first] = asked;
  if (first && now >= first.during.start) throw passedRefusal();
  return asked;
}

async function demandGate(
  tx: Tx,
  coach: CoachViewer,
  arcId: string,
  asked: readonly ArcSession[],
  reason: string | undefined,
  now: number,
): Promise<void> {
  const day = asked.find(({ step }) => step === "guidance");
  if (!day) return;
  const clientId = await findClient(tx, day.id);
  await passGate(
    tx,
    coach,
    { bookingId: day.id, clientId, guidanceStart: day.during.start, arcId, reason },
    now,
  );
}
