import type { SessionKind } from "./rules-of.ts";

/** "10 min, then 75 min, then 15 min" with the time to get ready and to rest. */
export function lengthAndRest({ before, minutes, after }: SessionKind): string {
  const rest = after > 0 ? `, then ${after} to rest` : "";
  return before > 0 ? `${before} to get ready, ${short(minutes)}${rest}` : `${short(minutes)}${rest}`;
}

export function bookedWords({ mode, offered }: SessionKind): string {
  if (!offered) return "Not on the booking page";
  return mode === "instant" ? "At once" : "Asked for";
}

export function aheadWords({ notice, horizonDays }: SessionKind): string {
  const days = horizonDays === 1 ? "1 day" : `${horizonDays} days`;
  return notice === 0 ? `Up to ${days} ahead` : `${short(notice)} to ${days} ahead`;
}

export function stepWords({ step }: SessionKind): string {
  return `Every ${short(step)}`;
}

export function cancelWords({ cutOff, kind }: SessionKind): string {
  return cutOff === 0 || kind === "guidance" ? "Until it begins" : `Until ${short(cutOff)} before`;
}

function short(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return minutes === 1440 ? "1 day" : `${minutes / 1440} days`;
  if (minutes >= 120 && minutes % 60 === 0) return `${minutes / 60} h`;
  return `${minutes} min`;
}
