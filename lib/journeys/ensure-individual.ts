import { and, eq } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { journeyMembers, journeys, sessionTypes } from "#db/schema/index.ts";
import { NotFound } from "#lib/refusal.ts";

/**
 * The client's own journey with the coach of this kind of session. If there is none it is begun, unless `demand`
 * refuses. It is a transaction of its own, before the one that books, so that booking runs with the client's rights
 * only. Where two want one time, the slower one may keep a journey without bookings, which harms nobody.
 */
export async function journeyForType(
  clientId: string,
  typeId: string,
  demand: (tx: Tx) => Promise<void>,
): Promise<string> {
  return asSystem("a client's journey with a coach", async (tx) => {
    const [type] = await tx
      .select({ coachId: sessionTypes.coachId })
      .from(sessionTypes)
      .where(eq(sessionTypes.id, typeId));
    if (!type) throw new NotFound();
    const known = await findJourney(tx, clientId, type.coachId);
    if (known) return known;
    await demand(tx);
    return beginJourney(tx, clientId, type.coachId);
  });
}

/** The same, inside a transaction of the portal's own. */
export async function ensureIndividualJourney(tx: Tx, clientId: string, coachId: string): Promise<string> {
  return (await findJourney(tx, clientId, coachId)) ?? (await beginJourney(tx, clientId, coachId));
}

async function findJourney(tx: Tx, clientId: string, coachId: string): Promise<string | undefined> {
  const { journeyId, kind } = journeyMembers;
  const [found] = await tx
    .select({ id: journeyId })
    .from(journeyMembers)
    .where(
      and(eq(journeyMembers.clientId, clientId), eq(journeyMembers.coachId, coachId), eq(kind, "individual")),
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
