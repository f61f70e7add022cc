import type { Outcome } from "./answers.ts";
import type { Lane } from "./lanes.ts";

// Only how politely this process waits; what is due when stands in the messages themselves.
const until: Record<Lane, number> = { "sign-in": 0, booking: 0 };

/** Notes that Resend asked for quiet. */
export function pause(outcome: Outcome, lane: Lane, now: number): void {
  if (outcome.state !== "again" || !outcome.pause) return;
  const lanes: Lane[] =
    outcome.pause === "lane" ? [lane] : outcome.pause === "all" ? ["sign-in", "booking"] : ["booking"];
  for (const paused of lanes) until[paused] = Math.max(until[paused], now + outcome.inMs);
}

/** How long mail of this lane should wait yet. */
export function pauseLeft(lane: Lane, now: number): number {
  return Math.max(0, until[lane] - now);
}
