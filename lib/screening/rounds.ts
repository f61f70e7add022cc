import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { journeyMembers, screenings, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

const coach = alias(users, "coach");

/** The coaches with whom this client goes a way now, and the client’s clock. */
export function selectOwnCoaches(tx: Tx, client: ClientViewer) {
  const { clientId, coachId, leftAt } = journeyMembers;
  return tx
    .selectDistinctOn([coach.displayName, coach.id], {
      id: coach.id,
      name: coach.displayName,
      zone: users.zone,
    })
    .from(journeyMembers)
    .innerJoin(coach, eq(coach.id, coachId))
    .innerJoin(users, eq(users.id, clientId))
    .where(and(eq(clientId, client.id), isNull(leftAt)))
    .orderBy(coach.displayName, coach.id)
    .$dynamic();
}

/** One of them. Throws NotFound for any other coach. */
export async function findOwnCoach(tx: Tx, client: ClientViewer, coachId: string) {
  const found = (await selectOwnCoaches(tx, client)).find(({ id }) => id === coachId);
  if (!found) throw new NotFound();
  return found;
}

/** The rounds of a client with a coach that matter now: the one that counts, and what is written to take its place. */
export function selectRound(tx: Tx, client: ClientViewer, coachId: string, which: "standing" | "draft") {
  const { id, state, answers, revision, writtenAt, sharedAt, replacedAt, templateVersionId } = screenings;
  return tx
    .select({ id, state, answers, revision, writtenAt, sharedAt, templateVersionId })
    .from(screenings)
    .where(
      and(
        eq(screenings.clientId, client.id),
        eq(screenings.coachId, coachId),
        // A draft that is to take the place of a round that counts stands behind it from its beginning.
        which === "draft" ? eq(state, "not_started") : and(isNotNull(sharedAt), isNull(replacedAt)),
      ),
    )
    .$dynamic();
}
