import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { asViewer, type Tx } from "#db/client.ts";
import { journeyMembers, users } from "#db/schema/index.ts";
import type { ClientViewer, Viewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

export type Two = { clientId: string; coachId: string };
export type Between = Two & { clientName: string; coachName: string; isNow: boolean };

const coach = alias(users, "coach");

/** A client and a coach who go a way together, or went one, of whom the viewer is one. */
export async function findBetween(
  tx: Tx,
  viewer: Viewer,
  { clientId, coachId }: Two,
): Promise<Between | undefined> {
  if (viewer.id !== (viewer.role === "client" ? clientId : coachId)) return undefined;
  const [found] = await tx
    .select({
      clientName: users.displayName,
      coachName: coach.displayName,
      isNow: sql<boolean>`bool_or(${journeyMembers.leftAt} is null)`,
    })
    .from(journeyMembers)
    .innerJoin(users, eq(users.id, journeyMembers.clientId))
    .innerJoin(coach, eq(coach.id, journeyMembers.coachId))
    .where(and(eq(journeyMembers.clientId, clientId), eq(journeyMembers.coachId, coachId)))
    .groupBy(users.id, coach.id);
  return found && { clientId, coachId, ...found };
}

/** The same for what somebody writes: their way is still one. */
export async function demandBetween(tx: Tx, viewer: Viewer, two: Two): Promise<Between> {
  const found = await findBetween(tx, viewer, two);
  if (!found?.isNow) throw new NotFound();
  return found;
}

/** With whom a client goes a way now, by name. */
export function listOwnCoaches(client: ClientViewer): Promise<{ id: string; name: string }[]> {
  return asViewer(client, (tx) =>
    tx
      .selectDistinct({ id: users.id, name: users.displayName })
      .from(journeyMembers)
      .innerJoin(users, eq(users.id, journeyMembers.coachId))
      .where(and(eq(journeyMembers.clientId, client.id), isNull(journeyMembers.leftAt)))
      .orderBy(asc(users.displayName), asc(users.id)),
  );
}
