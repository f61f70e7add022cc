import { joinOpens } from "#lib/bookings/rules.ts";
import type { Standing } from "#lib/bookings/standing.ts";
import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

type During = { start: number; end: number };

const leadIns: Partial<Record<Standing, string>> = {
  ahead: "You meet",
  asked: "You asked to meet",
  now: "You meet",
  missed: "You had a time with",
  cancelled: "You would have met",
  declined: "You would have met",
  expired: "You would have met",
};

/** What stands before the name and the time: "You meet". `isAgreed`: whether whoever reads has said yes to it. */
export function leadInOf(standing: Standing, isAgreed: boolean): string {
  if (standing === "asked" && !isAgreed) return "The two of you would meet";
  return leadIns[standing] ?? "You met";
}

/** "It was Monday 7 December, 18:00 before." */
export function movedWords({ start }: During, zone: string): string {
  return `It was ${dayWords(start, zone)}, ${clockWords(start, zone)} before.`;
}

const undoHours = 24;

/** Whether the time before the last move may be looked for again: for a day after it, while it lies ahead. */
export function mayGoBack(
  { movedFrom, movedAt }: { movedFrom: During | null; movedAt: number | null },
  now: number,
): boolean {
  return (
    movedFrom !== null && movedAt !== null && movedFrom.start > now && now - movedAt < undoHours * 3_600_000
  );
}

/** When the room by video opens, or that it is open. */
export function roomWords({ start }: During, zone: string, now: number): string {
  const opens = joinOpens(start);
  if (now >= opens) return "The room is open.";
  const day = dateIn(opens, zone) === dateIn(start, zone) ? "" : `on ${dayWords(opens, zone)} `;
  return `The room opens ${day}at ${clockWords(opens, zone)}.`;
}
