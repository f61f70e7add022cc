import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { journeyMembers, journeys, sessionTypes } from "#db/schema/index.ts";
import { NotFound } from "#lib/refusal.ts";

const journeyKinds = { couples: "couple", mentees: "mentorship" } as const;

/** A journey, and the clients on it. */
export type Journey = { id: string; members: string[] };

/**
 * The client's journey with the coach of this kind of session: their own, or the one as a couple or a mentee where the
 * kind is for those, which is not made by booking. Undefined where their own is still to be begun. The kinds of a coach
 * whom they are not with do not exist for a client who is with another.
 */
export async function findOwnJourney(tx: Tx, clientId: string, typeId: string): Promise<Journey | undefined> {
  const isOwn = and(
    eq(journeyMembers.coachId, sessionTypes.coachId),
    eq(journeyMembers.clientId, clientId),
    eq(journeyMembers.kind, "individual"),
    isNull(journeyMembers.leftAt),
  );
  const [type] = await tx
    .select({
      coachId: sessionTypes.coachId,
      openTo: sessionTypes.openTo,
      own: journeyMembers.journeyId,
      isElsewhere: sql<boolean | null>`(select bool_and(live.coach_id <> ${sessionTypes.coachId})
        from journey_members live where live.client_id = ${clientId} and live.left_at is null)`,
    })
    .from(sessionTypes)
    .leftJoin(journeyMembers, isOwn)
    .where(eq(sessionTypes.id, typeId));
  if (!type || type.isElsewhere) throw new NotFound();
  const { coachId, openTo, own } = type;
  if (openTo === "couples" || openTo === "mentees") {
    const id = await findJourney(tx, clientId, coachId, journeyKinds[openTo]);
    if (!id) throw new NotFound();
    return { id, members: await listMembers(tx, id) };
  }
  return own === null ? undefined : { id: own, members: [clientId] };
}

/** Begins the client's own journey with a coach, in their transaction: it is the portal that makes journeys. */
export async function beginOwnJourney(tx: Tx, clientId: string, coachId: string): Promise<Journey> {
  const id = await stepAsSystem(tx, "a client's journey with a coach begins", () =>
    ensureIndividualJourney(tx, clientId, coachId),
  );
  return { id, members: [clientId] };
}

/** A client's own journey with a coach: found, taken up again where they had left it, or begun. For the portal itself. */
export async function ensureIndividualJourney(tx: Tx, clientId: string, coachId: string): Promise<string> {
  const found = await findJourney(tx, clientId, coachId);
  if (!found) return beginJourney(tx, clientId, coachId);
  const { journeyId, clientId: member, leftAt } = journeyMembers;
  await tx
    .update(journeyMembers)
    .set({ leftAt: null })
    .where(and(eq(journeyId, found), eq(member, clientId), isNotNull(leftAt)));
  return found;
}

async function listMembers(tx: Tx, journeyId: string): Promise<string[]> {
  const rows = await tx
    .select({ clientId: journeyMembers.clientId })
    .from(journeyMembers)
    .where(and(eq(journeyMembers.journeyId, journeyId), isNull(journeyMembers.leftAt)));
  return rows.map(({ clientId }) => clientId);
}

async function findJourney(
  tx: Tx,
  clientId: string,
  coachId: string,
  wanted: "individual" | "couple" | "mentorship" = "individual",
): Promise<string | undefined> {
  const { journeyId, kind, leftAt } = journeyMembers;
  const [found] = await tx
    .select({ id: journeyId })
    .from(journeyMembers)
    .where(
      and(
        eq(journeyMembers.clientId, clientId),
        eq(journeyMembers.coachId, coachId),
        eq(kind, wanted),
        ...(wanted === "individual" ? [] : [isNull(leftAt)]),
      ),
    );
  return found?.id;
}

async function beginJourney(tx: Tx, clientId: string, coachId: string): Promise<string> {
  const [journey] = await tx
    .insert(journeys)
    .values({ coachId, kind: "individual" })
    .returning({ id: journeys.id });
  if (!journey) throw new Error("A journey was not made");
  const joined = await tx
    .insert(journeyMembers)
    .values({ journeyId: journey.id, clientId, coachId, kind: "individual" })
    .onConflictDoNothing()
    .returning({ id: journeyMembers.journeyId });
  if (joined[0]) return journey.id;
  // The client's other click was faster; its journey is the one.
  await tx.delete(journeys).where(eq(journeys.id, journey.id));
  const first = await findJourney(tx, clientId, coachId);
  if (!first) throw new Error("A journey was neither made nor found");
  return first;
}
