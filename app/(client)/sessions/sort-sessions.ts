import type { OwnSession } from "#lib/bookings/own-sessions.ts";
import { type Standing, standingOf } from "#lib/bookings/standing.ts";

/** What is to come, what is asked for, what was and what is off: each apart, in the order in which they are given. */
export function sortSessions<Booking extends Pick<OwnSession, "status" | "during">>(
  bookings: Booking[],
  now: number,
) {
  const those = (...wanted: Standing[]) =>
    bookings.filter((booking) => wanted.includes(standingOf(booking, now)));
  const [next, ...later] = those("now", "ahead");
  return {
    next,
    ahead: later,
    asked: those("asked"),
    past: those("over", "missed"),
    off: those("cancelled", "declined", "expired"),
  };
}
