import { dateIn } from "#lib/time/words.ts";

/** What is known of a journey's sessions, epoch milliseconds. */
export type PhaseFacts = {
  kind: "individual" | "couple" | "mentorship";
  /** When the latest day of guidance that is over began. */
  lastGuidance: number | null;
  nextGuidance: number | null;
  /** Whether a preparation is held, or fixed. */
  hasPreparation: boolean;
  held: number;
};

export type Phase =
  | { name: "new" | "preparing" | "between" }
  | { name: "upcoming_guidance"; at: number; days: number }
  | { name: "integrating"; day: number }
  | { name: "couple" | "mentorship"; held: number };

const longestIntegration = 90;

/** Where somebody is on their path. Days are those of `zone`. */
export function phaseOf(facts: PhaseFacts, zone: string, now: number): Phase {
  const { kind, lastGuidance, nextGuidance, hasPreparation, held } = facts;
  if (kind !== "individual") return { name: kind, held };
  if (nextGuidance !== null)
    return { name: "upcoming_guidance", at: nextGuidance, days: daysFrom(now, nextGuidance, zone) };
  const day = lastGuidance === null ? undefined : daysFrom(lastGuidance, now, zone);
  if (day !== undefined && day <= longestIntegration) return { name: "integrating", day };
  if (day === undefined && hasPreparation) return { name: "preparing" };
  return { name: held > 0 ? "between" : "new" };
}

/** How many local days lie from one instant to another. */
function daysFrom(from: number, to: number, zone: string): number {
  return Math.round((Date.parse(dateIn(to, zone)) - Date.parse(dateIn(from, zone))) / 86_400_000);
}
