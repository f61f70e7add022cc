import { dateOf } from "#app/ui/when.tsx";
import type { Phase } from "#lib/desk/phase.ts";

/** "Integrating", with what says more of it. */
export function phaseWords(phase: Phase, zone: string, now: number): { words: string; more: string } {
  switch (phase.name) {
    case "new":
      return { words: "New", more: "You have not met yet" };
    case "preparing":
      return { words: "Preparing", more: "" };
    case "between":
      return { words: "Between", more: "Nothing is under way" };
    case "integrating":
      return { words: "Integrating", more: `Day ${phase.day} after guidance` };
    case "upcoming_guidance":
      return { words: `Guidance ${inDays(phase.days)}`, more: dateOf(phase.at, zone, now) };
    case "couple":
      return { words: "Couple", more: soFar(phase.held) };
    case "mentorship":
      return { words: "Mentoring", more: soFar(phase.held) };
  }
}

function inDays(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

const soFar = (held: number) => (held === 1 ? "1 session so far" : `${held} sessions so far`);
