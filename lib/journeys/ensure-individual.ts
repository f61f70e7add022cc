import { and, eq, isNull } from "drizzle-orm";
import { asSystem, lookAsSystem, type Tx } from "#db/client.ts";
import { journeyMembers, journeys, sessionTypes } from "#db/schema/index.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

const journeyKinds = { couples: "couple", mentees: "mentorship" } as const;

/** A journey, and the clients on it. */
export type Journey = { id: string; members: string[] };

/**
 * The client's journey with the coach of this kind of session: their own, or the one as a couple or a mentee where the
 * kind is for those. An own one that is missing is begun, unless `demand` refuses; another is not made by booking. It is
 * a transaction of its own, before the one that books, so that booking runs with the client's rights only. Where two
 * want one time, the slower one may keep a journey without bookings, which harms nobody.
 */
export async function journeyForType(
  clientId: string,
  typeId: string,
  demand: (tx: Tx) => Promise<void>,
): Promise<Journey> {
  const { coachId, known } = await lookAsSystem("a client's journey with a coach", (tx) =>
    findForType(tx, clientId, typeId),
  );
  if (known) return known;
  return asSystem("a client's journey with a coach begins", async (tx) => {
    try {
      await demand(tx);
    } catch (error) {
      // A twin of this very click may have begun it meanwhile, and taken the time.
      const begun = error instanceof Refusal && (await findJourney(tx, clientId, coachId));
      if (!begun) throw error;
      return { id: begun, members: [clientId] };
    }
    return { id: await beginJourney(tx, clientId, coachId), members: [clientId] };
  });
}

/** The same where it is there already, in whoever's transaction; undefined where it is to be begun first. */
export async function findOwnJourney(tx: Tx, clientId: string, typeId: string): Promise<Journey | undefined> {
  return (await findForType(tx, clientId, typeId)).known;
}

async function findForType(tx: Tx, clientId: string, typeId: string) {
  const isOwn = and(
    eq(journeyMembers.coachId, sessionTypes.coachId),
    eq(journeyMembers.clientId, clientId),
    eq(journeyMembers.kind, "individual"),
  );
  const [type] = await tx
    .select({ coachId: sessionTypes.coachId, openTo: sessionTypes.openTo, own: journeyMembers.journeyId })
    .from(sessionTypes)
    .leftJoin(journeyMembers, isOwn)
    .where(eq(sessionTypes.id, typeId));
  if (!type) throw new NotFound();
  const { coachId, openTo, own } = type;
  if (openTo === "couples" || openTo === "mentees") {
    const id = await findJourney(tx, clientId, coachId, journeyKinds[openTo]);
    if (!id) throw new NotFound();
    return { coachId, known: { id, members: await listMembers(tx, id) } };
  }
  return { coachId, known: own === null ? undefined : { id: own, members: [clientId] } };
}

/** The same, inside a transaction of the portal's own. */
export async function ensureIndividualJourney(tx: Tx, clientId: string, coachId: string): Promise<string> {
  return (await findJourney(tx, clientId, coachId)) ?? (await beginJourney(tx, clientId, coachId));
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
