import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookings, journeyMembers, journeys, users } from "#db/schema/index.ts";
import type { CoachViewer, Viewer } from "#lib/auth/viewer.ts";

/** What a signed-in person is called, and the zone they read times in. */
export async function findOwnName(viewer: Viewer) {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx
      .select({ name: users.displayName, zone: users.zone, email: users.email })
      .from(users)
      .where(eq(users.id, viewer.id));
    return own;
  });
}

/** Whom a coach can book for: each journey, who is on it, and when it goes on, epoch milliseconds. By name. */
export async function listJourneys(coach: CoachViewer, now: number): Promise<Journey[]> {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({
        journeyId: journeys.id,
        kind: journeys.kind,
        id: users.id,
        name: users.displayName,
        zone: users.zone,
        mailFails: sql<boolean>`${users.mailFailsSince} is not null`,
      })
      .from(journeys)
      .innerJoin(journeyMembers, eq(journeyMembers.journeyId, journeys.id))
      .innerJoin(users, eq(users.id, journeyMembers.clientId))
      .where(and(eq(journeys.coachId, coach.id), isNull(journeyMembers.leftAt)))
      .orderBy(asc(users.displayName), asc(users.id));
    const ahead = await tx
      .select({
        journeyId: bookings.journeyId,
        start: sql<number>`(extract(epoch from min(lower(${bookings.during}))) * 1000)::float8`,
      })
      .from(bookings)
      .where(
        and(
          eq(bookings.coachId, coach.id),
          inArray(bookings.status, ["requested", "confirmed"]),
          sql`lower(${bookings.during}) > ${new Date(now).toISOString()}`,
        ),
      )
      .groupBy(bookings.journeyId);
    const nexts = new Map(ahead.map(({ journeyId, start }) => [journeyId, start]));
    const byId = new Map<string, Journey>();
    for (const { journeyId, kind, ...person } of rows) {
      const known = byId.get(journeyId) ?? { id: journeyId, kind, people: [], next: nexts.get(journeyId) };
      known.people.push(person);
      byId.set(journeyId, known);
    }
    return [...byId.values()];
  });
}

export type Journey = {
  id: string;
  kind: "individual" | "couple" | "mentorship";
  people: { id: string; name: string; zone: string; mailFails: boolean }[];
  next: number | undefined;
};
