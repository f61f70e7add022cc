import type { Tx } from "#db/client.ts";
import { type OtherStep, type Step, type Window, windowOf } from "#lib/arcs/rules.ts";
import { type ArcSession, isLive, selectSessions } from "#lib/arcs/sessions.ts";

type Stretch = { start: number; end: number };

/** Between which starts a session may move because of the arc that it belongs to; undefined: anywhere. */
export async function windowInArc(
  tx: Tx,
  { arcId, arcStep, during }: { arcId: string | null; arcStep: Step | null; during: Stretch },
): Promise<Window | undefined> {
  if (!arcId || !arcStep || arcStep === "guidance") return undefined;
  return windowAround(await selectSessions(tx, arcId), arcStep, during);
}

/** The same, among the sessions of its arc. */
export function windowAround(
  sessions: readonly ArcSession[],
  step: OtherStep,
  during: Stretch,
): Window | undefined {
  const day = sessions.find((session) => session.step === "guidance" && isLive(session));
  return day && windowOf(step, (during.end - during.start) / 60_000, day.during, day.coachZone);
}
