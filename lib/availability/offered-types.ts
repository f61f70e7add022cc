import { and, asc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { coaches, journeyMembers, sessionTypes, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { typeColumns } from "#lib/availability/queries.ts";

/**
 * The kinds of session that somebody may choose from or ask for, each coach's in their own order. With a coach already,
 * a client sees what that coach has for them; everybody else sees what all coaches have for newcomers.
 */
export async function listOfferedTypes(viewer: Viewer | undefined) {
  return asSystem("the kinds of session are public", async (tx) => {
    const own = viewer?.role === "client" ? await listJourneys(tx, viewer.id) : [];
    return tx
      .select({
        ...typeColumns,
        coachName: users.displayName,
        coachZone: coaches.zone,
        feeSentence: coaches.feeSentence,
      })
      .from(sessionTypes)
      .innerJoin(coaches, eq(coaches.id, sessionTypes.coachId))
      .innerJoin(users, eq(users.id, coaches.id))
      .where(and(eq(sessionTypes.offered, true), isNull(users.disabledAt), isFor(own)))
      .orderBy(asc(sessionTypes.position), asc(coaches.createdAt), asc(sessionTypes.name));
  });
}
export type OfferedType = Awaited<ReturnType<typeof listOfferedTypes>>[number];

type Journey = { coachId: string; kind: "individual" | "couple" | "mentorship" };

function listJourneys(tx: Tx, clientId: string): Promise<Journey[]> {
  return tx
    .select({ coachId: journeyMembers.coachId, kind: journeyMembers.kind })
    .from(journeyMembers)
    .where(and(eq(journeyMembers.clientId, clientId), isNull(journeyMembers.leftAt)));
}

function isFor(own: Journey[]): SQL | undefined {
  const forAll = inArray(sessionTypes.openTo, ["everyone", "clients"]);
  if (own.length === 0) return forAll;
  const coachesOf = (kind?: Journey["kind"]) =>
    own.filter((journey) => !kind || journey.kind === kind).map(({ coachId }) => coachId);
  return or(
    and(forAll, inArray(sessionTypes.coachId, coachesOf())),
    and(eq(sessionTypes.openTo, "couples"), inArray(sessionTypes.coachId, coachesOf("couple"))),
    and(eq(sessionTypes.openTo, "mentees"), inArray(sessionTypes.coachId, coachesOf("mentorship"))),
  );
}
