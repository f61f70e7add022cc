import { theirZones, whoComes } from "#app/coach/who-comes.ts";
import type { CalendarEntry } from "#lib/bookings/calendar-week.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { instantsAt, wallTimeAt } from "#lib/time/wall-clock.ts";
import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

/** A session that the coach may take elsewhere. */
export type Movable = {
  id: string;
  who: string;
  howMany: number;
  /** Epoch milliseconds. */
  start: number;
  end: number;
  theirZones: string[];
  /** A day of guidance, with which other sessions go along. */
  hasOthers: boolean;
};

export type SessionItem = {
  key: string;
  look: "ahead" | "done" | "request" | "hold" | "cancelled";
  id: string;
  kind: CalendarEntry["kind"];
  time: string;
  to: string;
  who: string;
  what: string;
  /** "Asked for", "Done"; nothing for what simply stands ahead. */
  state: string;
  movable: Movable | undefined;
};

export function sessionItem(entry: CalendarEntry, zone: string, now: number): SessionItem {
  const { id, during, kind } = entry;
  const { look, state } = lookOf(entry, now);
  const who = whoComes(entry);
  const isSettled = look === "request" || (look === "ahead" && during.start > now);
  return {
    key: id,
    id,
    kind,
    look,
    state,
    who,
    what: look === "hold" ? `${entry.typeName}, ${untilWords(entry.holdExpires, zone, now)}` : entry.typeName,
    time: clockOn(during.start, zone),
    to: clockOn(during.end, zone),
    movable: isSettled ? movableOf(entry) : undefined,
  };
}

function movableOf(entry: CalendarEntry): Movable {
  return {
    id: entry.id,
    who: whoComes(entry),
    howMany: entry.attendees.length,
    ...entry.during,
    theirZones: theirZones(entry),
    hasOthers: entry.kind === "guidance" && entry.arcId !== null,
  };
}

/** "01:30", and "01:30 again" in the hour that a change of the clocks shows once more. */
export function clockOn(ms: number, zone: string): string {
  const [first, second] = instantsAt(wallTimeAt(ms, zone), zone);
  const words = clockWords(ms, zone);
  return first !== undefined && second !== undefined && ms >= second ? `${words} again` : words;
}

function untilWords(ends: number | null, zone: string, now: number): string {
  const clock = clockWords(ends ?? now, zone);
  return dateIn(ends ?? now, zone) === dateIn(now, zone)
    ? `until ${clock}`
    : `until ${dayWords(ends ?? now, zone)}, ${clock}`;
}

function lookOf(entry: CalendarEntry, now: number): Pick<SessionItem, "look" | "state"> {
  switch (standingOf(entry, now)) {
    case "held":
      return { look: "hold", state: entry.proposedFor ? "Proposed" : "Held" };
    case "asked":
      return { look: "request", state: "Asked for" };
    case "now":
      return { look: "ahead", state: "Now" };
    case "over":
      return { look: "done", state: "Done" };
    case "missed":
      return { look: "done", state: "Did not come" };
    case "cancelled":
    case "declined":
    case "expired":
      return { look: "cancelled", state: "Cancelled" };
    default:
      return { look: "ahead", state: "" };
  }
}
