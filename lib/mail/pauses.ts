import type { Outcome } from "./answers.ts";
import { type Lane, lanes } from "./lanes.ts";

// Only how politely this process waits; what is due when stands in the messages themselves.
const until: Record<Lane, number> = { "sign-in": 0, booking: 0, reminder: 0, overview: 0 };

/** Notes that Resend asked for quiet. */
export function pause(outcome: Outcome, lane: Lane, now: number): void {
  if (outcome.state !== "again" || !outcome.pause) return;
  const isMeant = (other: Lane) =>
    outcome.pause === "lane" ? other === lane : outcome.pause === "all" || other !== "sign-in";
  for (const paused of lanes.filter(isMeant)) until[paused] = Math.max(until[paused], now + outcome.inMs);
}

/** How long mail of this lane should wait yet. */
export function pauseLeft(lane: Lane, now: number): number {
  return Math.max(0, until[lane] - now);
}
