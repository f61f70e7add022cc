import { Temporal } from "temporal-polyfill";
import { dateOfDay } from "#lib/scheduling/local-days.ts";

const minute = 60_000;
const day = 86_400_000;

/** How long a visitor's time is kept while the mail is on its way. */
export const holdMinutes = 15;

type TypeRules = { kind: string; notice: number; horizonDays: number };

/**
 * The instants between which a session of this kind may lie, epoch milliseconds: from the notice period on, to the
 * end of the coach's local day that many days ahead.
 */
export function bookableWindow(
  type: TypeRules,
  coachZone: string,
  now: number,
): { from: number; until: number } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(coachZone).toPlainDate();
  const end = today.add({ days: type.horizonDays + 1 }).toZonedDateTime(coachZone);
  return { from: now + type.notice * minute, until: end.epochMilliseconds };
}

/** The instants at which these local days begin and end. */
export function daysSpan(from: string, days: number, zone: string): { start: number; end: number } {
  const first = Temporal.PlainDate.from(from);
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { start: at(first), end: at(first.add({ days })) };
}

/** The local dates from `from` on, as "2026-12-01". */
export function listDates(from: string, days: number): string[] {
  const first = Date.parse(from) / day;
  return Array.from({ length: days }, (_, index) => dateOfDay(first + index));
}

type Timed = { start: number; kind: string; cutOff: number };

/**
 * Until when this person may still cancel, epoch milliseconds. The coach may until the start; a client until the
 * kind's cut-off before it, and a guidance session up to its start.
 */
export function cancellableUntil(booking: Timed, role: "client" | "coach"): number {
  if (role === "coach" || booking.kind === "guidance") return booking.start;
  return booking.start - booking.cutOff * minute;
}

export function mayStillCancel(
  booking: Timed & { status: string },
  role: "client" | "coach",
  now: number,
): boolean {
  return (
    (booking.status === "confirmed" || booking.status === "requested") &&
    now < cancellableUntil(booking, role)
  );
}
