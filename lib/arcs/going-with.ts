import type { Tx } from "#db/client.ts";
import type { Step } from "#lib/arcs/rules.ts";
import { type ArcSession, lockSessions } from "#lib/arcs/sessions.ts";

type Ending = { id: string; arcId: string; arcStep: Step | null; status: string };

/**
 * What else is off when this session of an arc is: all of it while it is only asked for; with the day of guidance what
 * comes after it and lies ahead. Any other session goes alone. Whoever calls has taken the coach's turn.
 */
export async function listGoingWith(
  tx: Tx,
  { id, arcId, arcStep, status }: Ending,
  now: number,
): Promise<ArcSession[]> {
  const others = (await lockSessions(tx, arcId)).filter((other) => other.id !== id);
  if (status === "requested") return others.filter((other) => other.status === "requested");
  if (arcStep !== "guidance") return [];
  return others.filter(
    (other) => other.step !== "preparation" && other.status === "confirmed" && other.during.start > now,
  );
}
