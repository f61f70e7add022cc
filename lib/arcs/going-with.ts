import type { Tx } from "#db/client.ts";
import type { Step } from "#lib/arcs/rules.ts";
import { type ArcSession, lockSessions } from "#lib/arcs/sessions.ts";

type Ending = { id: string; arcStep: Step | null; status: string };

/** What goes with a session of an arc, read for changing it. Whoever calls has taken the coach's turn. */
export async function listGoingWith(
  tx: Tx,
  ending: Ending & { arcId: string },
  now: number,
): Promise<ArcSession[]> {
  return goingWith(ending, await lockSessions(tx, ending.arcId), now);
}

type Placed = Pick<ArcSession, "id" | "step" | "status" | "during">;

/**
 * What else is off when this session of an arc is: all of it while it is only asked for; with the day of guidance what
 * comes after it and lies ahead. Any other session goes alone.
 */
export function goingWith<Session extends Placed>(
  { id, arcStep, status }: Ending,
  sessions: readonly Session[],
  now: number,
): Session[] {
  const others = sessions.filter((other) => other.id !== id);
  if (status === "requested") return others.filter((other) => other.status === "requested");
  if (arcStep !== "guidance") return [];
  return others.filter(
    (other) => other.step !== "preparation" && other.status === "confirmed" && other.during.start > now,
  );
}
