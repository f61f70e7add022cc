import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookingAttendees, bookings, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";

type Span = { start: number; end: number };

/** The coach's sessions, asked for or confirmed and not over, that lie in any of these spans (epoch ms), with who comes. */
export async function listSessionsOn(coach: CoachViewer, spans: Span[], now: number) {
  if (spans.length === 0) return [];
  const meets = ({ start, end }: Span) => sql`${bookings.during} && tstzrange(${iso(start)}, ${iso(end)})`;
  return asViewer(coach, (tx) =>
    tx
      .select({
        id: bookings.id,
        during: bookings.during,
        names: sql<string[]>`json_agg(${users.displayName} order by ${users.displayName})`,
      })
      .from(bookings)
      .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
      .innerJoin(users, eq(users.id, bookingAttendees.clientId))
      .where(
        and(
          visibleTo(coach),
          inArray(bookings.status, ["requested", "confirmed"]),
          sql`upper(${bookings.during}) > ${iso(now)}`,
          or(...spans.map(meets)),
        ),
      )
      .groupBy(bookings.id)
      .orderBy(asc(sql`lower(${bookings.during})`)),
  );
}

const iso = (ms: number) => new Date(ms).toISOString();
