import type { listOwnBookings } from "#lib/bookings/queries.ts";
import { type Standing, standingOf } from "#lib/bookings/standing.ts";

export type OwnBooking = Awaited<ReturnType<typeof listOwnBookings>>[number];

/** What is to come in its order, what is asked for apart; what was and what is off, newest first. */
export function sortSessions<Booking extends Pick<OwnBooking, "status" | "during">>(
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
    past: those("over", "missed").reverse(),
    off: those("cancelled", "declined", "expired").reverse(),
  };
}
