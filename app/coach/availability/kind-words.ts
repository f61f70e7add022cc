import type { SessionKind } from "./rules-of.ts";

/** "10 to get ready, 75 min, then 15": the time itself, and what is kept free around it. */
export function lengthAndRest({ before, minutes, after }: SessionKind): string {
  const rest = after > 0 ? `, then ${after}` : "";
  return before > 0 ? `${before} to get ready, ${short(minutes)}${rest}` : `${short(minutes)}${rest}`;
}

export function bookedWords({ mode, offered }: SessionKind): string {
  if (!offered) return "Not offered";
  return mode === "instant" ? "At once" : "Asked for";
}

/** "12 h to 60 days ahead", "7 to 90 days ahead". */
export function aheadWords({ notice, horizonDays }: SessionKind): string {
  const days = horizonDays === 1 ? "1 day" : `${horizonDays} days`;
  if (notice === 0) return `Up to ${days} ahead`;
  const least = notice % day === 0 && notice > day ? String(notice / day) : short(notice);
  return `${least} to ${days} ahead`;
}

/** "1 a day, 3 a week, next day light". */
export function atMostWords({ dailyLimit, weeklyLimit, nextDayLimit }: SessionKind): string {
  const limits = [
    ...(dailyLimit === null ? [] : [`${dailyLimit} a day`]),
    ...(weeklyLimit === null ? [] : [`${weeklyLimit} a week`]),
    ...(nextDayLimit === null ? [] : [nextDayWords(nextDayLimit)]),
  ];
  return limits.join(", ") || "As many as fit";
}

export function cancelWords({ cutOff, kind }: SessionKind): string {
  if (cutOff === 0 || kind === "guidance") return "Until it begins";
  // Hours are what is counted in: "1 day before" could mean any time of the day before.
  return `Until ${cutOff > 3 * day && cutOff % day === 0 ? short(cutOff) : hours(cutOff)} before`;
}

const day = 1440;

function nextDayWords(limit: number): string {
  if (limit === 0) return "next day free";
  return limit <= 2 ? "next day light" : `${limit} the next day`;
}

function short(minutes: number): string {
  if (minutes >= day && minutes % day === 0) return minutes === day ? "1 day" : `${minutes / day} days`;
  return hours(minutes);
}

function hours(minutes: number): string {
  return minutes >= 120 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
