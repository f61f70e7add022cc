import { asSystem } from "#db/client.ts";
import { journeyMembers, journeys } from "#db/schema/index.ts";
import type { Client, Coach } from "./people.ts";

type Kind = typeof journeys.$inferInsert.kind;

/** They go a way together: one client, or the two of a couple, with a coach. Gives the journey's id. */
export async function aJourney(coach: Coach, kind: Kind, ...members: Client[]): Promise<string> {
  return asSystem("a test needs a journey", async (tx) => {
    const [made] = await tx
      .insert(journeys)
      .values({ coachId: coach.id, kind })
      .returning({ id: journeys.id });
    const journeyId = made?.id ?? "";
    await tx
      .insert(journeyMembers)
      .values(members.map(({ id: clientId }) => ({ journeyId, clientId, coachId: coach.id, kind })));
    return journeyId;
  });
}
