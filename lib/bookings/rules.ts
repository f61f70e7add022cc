import { Temporal } from "temporal-polyfill";
import { dateOfDay } from "#lib/scheduling/local-days.ts";

const minute = 60_000;
const day = 86_400_000;

/** How long a visitor's time is kept while the mail is on its way. */
export const holdMinutes = 15;

/** How long the times that a coach proposes are kept at most. */
export const proposalHours = 72;

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

/** The instants at which the local week, from Monday on, begins and ends that `at` lies in. */
export function weekSpan(at: number, zone: string): { start: number; end: number } {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return daysSpan(date.subtract({ days: date.dayOfWeek - 1 }).toString(), 7, zone);
}

/** The local dates from `from` on, as "2026-12-01". */
export function listDates(from: string, days: number): string[] {
  const first = Date.parse(from) / day;
  return Array.from({ length: days }, (_, index) => dateOfDay(first + index));
}

type Timed = { start: number; kind: string; cutOff: number };

/**
 * Until when this person may still move or cancel, epoch milliseconds. The coach may until the start; a client until the
 * kind's cut-off before it, and a guidance session up to its start.
 */
export function changeableUntil(booking: Timed, role: "client" | "coach"): number {
  if (role === "coach" || booking.kind === "guidance") return booking.start;
  return booking.start - booking.cutOff * minute;
}

export function mayStillChange(
  booking: Timed & { status: string },
  role: "client" | "coach",
  now: number,
): boolean {
  return (
    (booking.status === "confirmed" || booking.status === "requested") && now < changeableUntil(booking, role)
  );
}

/** From when on the link to a meeting by video is shown, epoch milliseconds. */
export function joinOpens(start: number): number {
  return start - 60 * minute;
}

type Lengths = { minutes: number; before: number; after: number };

/** The time of a session of this kind that begins at `start`, and what it takes of the coach's, epoch milliseconds. */
export function occupiedBy({ minutes, before, after }: Lengths, start: number) {
  const during = { start, end: start + minutes * minute };
  return {
    during,
    occupied: { start: during.start - before * minute, end: during.end + after * minute },
  };
}
