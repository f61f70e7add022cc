import { and, eq, exists, inArray, isNull, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { bookings, journeyMembers, messages } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";

/** A coach's own client, now or before. */
export function isClientOf(coach: CoachViewer, clientId: typeof messages.recipientId | string): SQL {
  return exists(
    sql`(select 1 from ${journeyMembers}
      where ${journeyMembers.clientId} = ${clientId} and ${eq(journeyMembers.coachId, coach.id)})`,
  );
}

/**
 * When somebody signs in is their own business. Such a letter is shown only where it did not arrive. And what is shown
 * to a coach on a later day, or was taken back before that, must not be told by a letter that has not gone.
 */
export function mayBeSeen(): SQL | undefined {
  return and(
    or(
      ne(messages.lane, "sign-in"),
      inArray(messages.state, ["dead", "unsure"]),
      inArray(messages.delivery, ["failed", "suppressed", "bounced", "complained"]),
    ),
    or(
      notInArray(messages.kind, ["reflection_received", "please_look"]),
      notInArray(messages.state, ["planned", "dropped"]),
    ),
  );
}

/** Mail to a coach's own clients, but for what is between a client and another coach. */
export function toClientsOf(coach: CoachViewer): SQL | undefined {
  const isOurs = exists(
    sql`(select 1 from ${bookings} where ${bookings.id} = ${messages.bookingId} and ${eq(bookings.coachId, coach.id)})`,
  );
  return and(isClientOf(coach, messages.recipientId), or(isNull(messages.bookingId), isOurs), mayBeSeen());
}

/** All mail for the owner of the practice, that to their clients for any other coach. */
export function visibleTo(coach: CoachViewer): SQL | undefined {
  return coach.isOwner ? mayBeSeen() : toClientsOf(coach);
}
