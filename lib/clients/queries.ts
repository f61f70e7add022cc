import { and, asc, eq, isNull } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { journeyMembers, journeys, users } from "#db/schema/index.ts";
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

/** Whom a coach can book for: each journey, with who is on it. By name. */
export async function listJourneys(coach: CoachViewer) {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({
        journeyId: journeys.id,
        kind: journeys.kind,
        id: users.id,
        name: users.displayName,
        zone: users.zone,
      })
      .from(journeys)
      .innerJoin(journeyMembers, eq(journeyMembers.journeyId, journeys.id))
      .innerJoin(users, eq(users.id, journeyMembers.clientId))
      .where(and(eq(journeys.coachId, coach.id), isNull(journeyMembers.leftAt)))
      .orderBy(asc(users.displayName), asc(users.id));
    const byId = new Map<string, Journey>();
    for (const { journeyId, kind, ...person } of rows) {
      const known = byId.get(journeyId) ?? { id: journeyId, kind, people: [] };
      known.people.push(person);
      byId.set(journeyId, known);
    }
    return [...byId.values()];
  });
}

type Journey = {
  id: string;
  kind: "individual" | "couple" | "mentorship";
  people: { id: string; name: string; zone: string }[];
};
