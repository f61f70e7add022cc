import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { newSecret } from "#lib/auth/one-way.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { newestText } from "#tests/support/agreements.ts";
import { zoneBeforeNoon } from "#tests/support/asked.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient, aCoach, anOwner, aSession, aType, type Client, type Coach } from "#tests/support/people.ts";
import { oneOfEach, type Pair, type Subject } from "./subjects.ts";

const hour = 3_600_000;

export type Side = Pair & { ids: Record<Subject, string> };

/**
 * Two coaches who know nothing of one another, the second of them the owner of the practice, each with a client; with
 * the first client a partner, who comes to sessions of two, and another client of the same coach, who is to know nothing
 * of her; and those who may not come in any more.
 */
export type Cast = {
  near: { ben: Client; cleo: Client };
  sessions: Record<Who, string | undefined>;
  ours: Side;
  theirs: Side;
};

export const everyone = [
  "visitor",
  "ada",
  "ben",
  "cleo",
  "bea",
  "sol",
  "kim",
  "disabled",
  "expired",
  "forger",
] as const;
export type Who = (typeof everyone)[number];

export async function aCast(): Promise<Cast> {
  const [ours, theirs] = [
    await aSide("Ada", await aCoach({ name: "Sol", isAwake: true })),
    await aSide("Bea", await anOwner({ name: "Kim", isAwake: true })),
  ];
  const [disabled, expired] = [await aClient({ disabledAt: Date.now() }), await aClient()];
  const { partner: ben, coach } = ours;
  const cleo = await aClient({ name: "Cleo" });
  await asSystem("a test needs a journey", (tx) => ensureIndividualJourney(tx, cleo.id, coach.id));
  // Ahead of now, so that no write counts as a sign of life and changes the row.
  const alive = { now: Date.now() + hour };
  return {
    near: { ben, cleo },
    sessions: {
      visitor: undefined,
      ben: await aSession(ben, alive),
      cleo: await aSession(cleo, alive),
      ada: await aSession(ours.client, alive),
      sol: await aSession(ours.coach, alive),
      bea: await aSession(theirs.client, alive),
      kim: await aSession(theirs.coach, alive),
      disabled: await aSession(disabled, alive),
      expired: await aSession(expired, { idleEndsAt: Date.now() - 1, endsAt: Date.now() + hour }),
      forger: newSecret(),
    },
    ours,
    theirs,
  };
}

async function aSide(clientName: string, coach: Coach): Promise<Side> {
  const client = await aClient({
    name: clientName,
    zone: zoneBeforeNoon(),
    email: `${clientName}-${randomUUID()}@example.org`.toLowerCase(),
  });
  const pair = {
    client,
    partner: await aClient(),
    coach,
    type: await aType(coach, { horizonDays: 365 }),
    guidance: await aType(coach, { kind: "guidance", name: "Guidance", mode: "request", horizonDays: 365 }),
    journey: await asSystem("a test needs a journey", (tx) =>
      ensureIndividualJourney(tx, client.id, coach.id),
    ),
    writing: await aLesson(),
    agreed: await newestText("voluntary"),
    proposals: new Map<string, string>(),
  };
  return { ...pair, ids: await oneOfEach(pair) };
}
