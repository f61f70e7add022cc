import { and, eq, inArray, ne, not, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { begins, selectBookings } from "#lib/bookings/queries.ts";

const onAPage = 50;

/** A client's sessions that are asked for or fixed and not over, soonest first. */
export async function listSessionsAhead(client: ClientViewer, now: number) {
  return asViewer(client, (tx) => selectBookings(tx, and(visibleTo(client), isAhead(now))));
}
export type OwnSession = Awaited<ReturnType<typeof listSessionsAhead>>[number];

/** All others, a page of them, the latest first: from the newest on, or what came before a place in this list. */
export async function listSessionsBefore(client: ClientViewer, place: Place | undefined, now: number) {
  const isBefore =
    place && sql`(${begins}, ${bookings.id}) < (${iso(place.start)}::timestamptz, ${place.id}::uuid)`;
  const where = and(visibleTo(client), ne(bookings.status, "held"), not(isAhead(now)), isBefore);
  const rows = await asViewer(client, (tx) =>
    selectBookings(tx, where, { newestFirst: true, limit: onAPage + 1 }),
  );
  const sessions = rows.slice(0, onAPage);
  const last = sessions.at(-1);
  const rest: Place | undefined =
    last && rows.length > onAPage ? { start: last.during.start, id: last.id } : undefined;
  return { sessions, rest };
}

/** A client's sessions with one coach, oldest first; of very many the newest. */
export async function listSessionsWith(client: ClientViewer, coachId: string) {
  const where = and(visibleTo(client), eq(bookings.coachId, coachId), ne(bookings.status, "held"));
  const rows = await asViewer(client, (tx) => selectBookings(tx, where, { newestFirst: true }));
  return rows.reverse();
}

function isAhead(now: number) {
  return sql`(${inArray(bookings.status, ["requested", "confirmed"])} and upper(${bookings.during}) > ${iso(now)})`;
}

const iso = (at: number) => new Date(at).toISOString();
