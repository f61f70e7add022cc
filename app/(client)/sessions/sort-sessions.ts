import type { listOwnBookings } from "#lib/bookings/queries.ts";
import { type Standing, standingOf } from "#lib/bookings/standing.ts";

export type OwnBooking = Awaited<ReturnType<typeof listOwnBookings>>[number];

const ahead: Standing[] = ["now", "ahead", "asked"];
const past: Standing[] = ["over", "missed"];

/** What is to come in its order; what was and what is off, newest first. */
export function sortSessions(bookings: OwnBooking[], now: number) {
  const those = (wanted: Standing[]) =>
    bookings.filter((booking) => wanted.includes(standingOf(booking, now)));
  const [next, ...later] = those(ahead);
  return {
    next,
    ahead: later,
    past: those(past).reverse(),
    cancelled: those(["cancelled", "declined"]).reverse(),
  };
}
