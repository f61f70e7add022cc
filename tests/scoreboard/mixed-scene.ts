import { asSystem } from "#db/client.ts";
import { journeyMembers, journeys } from "#db/schema/index.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { aCoach, aSession, aType } from "#tests/support/people.ts";
import { type Chance, chance } from "./chance.ts";
import { manyClients, type SignedIn } from "./people.ts";
import type { World } from "./world.ts";

export const dailyLimit = 2;

/** A coach with what they offer: booked at once, asked for, asked for by two. */
export type Desk = {
  id: string;
  session: string;
  types: { first: string; asked: string; shared: string };
  /** Of everybody who comes alone. */
  journeys: string[];
};

export type Scene = {
  world: World;
  draw: Chance;
  desks: Desk[];
  alone: SignedIn[];
  /** They come with one another. */
  inTwos: SignedIn[];
};

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "09:00", to: "17:00" }));

/** Two coaches, and people who come to both of them: some alone, some as couples. */
export async function aScene(world: World, seed: number): Promise<Scene> {
  const [alone, inTwos] = [await manyClients(80), await manyClients(12)];
  const desks = [await aDesk(alone, inTwos), await aDesk(alone, inTwos)];
  return { world, draw: chance(seed), desks, alone, inTwos };
}

async function aDesk(alone: SignedIn[], inTwos: SignedIn[]): Promise<Desk> {
  const coach = await aCoach({ hours, isAwake: true });
  const rules = { step: 15, after: 15, cutOff: 0 };
  const types = {
    first: await aType(coach, { ...rules, kind: "first_conversation", minutes: 30 }),
    asked: await aType(coach, { ...rules, mode: "request", minutes: 60, dailyLimit }),
    shared: await aType(coach, {
      ...rules,
      kind: "couple",
      mode: "request",
      openTo: "couples",
      minutes: 90,
    }),
  };
  const own = await asSystem("the scoreboard needs journeys", async (tx) => {
    for (let at = 0; at < inTwos.length; at += 2) {
      const [journey] = await tx
        .insert(journeys)
        .values({ coachId: coach.id, kind: "couple" })
        .returning({ id: journeys.id });
      const member = { journeyId: journey?.id ?? "", coachId: coach.id, kind: "couple" as const };
      const two = inTwos.slice(at, at + 2);
      await tx.insert(journeyMembers).values(two.map(({ id: clientId }) => ({ ...member, clientId })));
    }
    const ids: string[] = [];
    for (const { id } of alone) ids.push(await ensureIndividualJourney(tx, id, coach.id));
    return ids;
  });
  const later = { now: Date.now() + 3_600_000 };
  return { id: coach.id, session: await aSession(coach, later), types, journeys: own };
}
