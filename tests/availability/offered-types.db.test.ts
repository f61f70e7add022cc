import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { shownKinds, whatIsShown } from "#app/(public)/book/shown-type.ts";
import { asSystem } from "#db/client.ts";
import { journeyMembers, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes } from "#lib/availability/offered-types.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const start = Date.parse("2026-12-03T10:00:00Z");
let sol: Coach;
let kim: Coach;

/** Everything a coach may have, for whom it is, and a kind that is switched off. */
async function aFullCoach(name: string): Promise<Coach> {
  const coach = await aCoach({ name });
  const kinds = [
    { kind: "first_conversation", name: "First conversation", minutes: name === "Sol" ? 30 : 45 },
    { kind: "preparation", name: "Preparation" },
    { kind: "guidance", name: "Guidance", mode: "request", openTo: "clients" },
    { kind: "couple", name: "Couple session", mode: "request", openTo: "couples" },
    { kind: "mentorship", name: "Mentoring", mode: "request", openTo: "mentees" },
    { kind: "integration", name: "Integration", offered: false },
  ] as const;
  for (const [position, kind] of kinds.entries()) await aType(coach, { ...kind, position });
  return coach;
}

beforeAll(async () => {
  [sol, kim] = [await aFullCoach("Sol"), await aFullCoach("Kim")];
});

async function aMember(of: Coach, kind: "individual" | "couple" | "mentorship"): Promise<Client> {
  const [client, partner] = [await aClient(), await aClient()];
  const [type = ""] = (await listOfferedTypes(undefined))
    .filter(({ coachId }) => coachId === of.id)
    .map(({ id }) => id);
  const people = kind === "couple" ? [client, partner] : client;
  await aBooking({ for: people, with: of, type, start: start + Math.random() * 1e9, status: "cancelled" });
  if (kind === "mentorship")
    await asSystem("test", (tx) =>
      tx.update(journeyMembers).set({ kind }).where(eq(journeyMembers.clientId, client.id)),
    );
  return client;
}

const seenBy = async (viewer: Viewer | undefined) =>
  (await listOfferedTypes(viewer)).map(({ coachName, kind }) => `${coachName} ${kind}`).sort();
const open = ["first_conversation", "guidance", "preparation"];
const of = (name: string, ...kinds: string[]) => kinds.map((kind) => `${name} ${kind}`).sort();

describe("what may be chosen", () => {
  test("by visitors, by clients who have no coach yet, and by coaches who look: what is open to newcomers", async () => {
    const all = [...of("Kim", ...open), ...of("Sol", ...open)];
    for (const viewer of [undefined, await aClient(), sol]) expect(await seenBy(viewer)).toEqual(all);
  });

  test("by a client: their own coach's, and no other's", async () => {
    expect(await seenBy(await aMember(sol, "individual"))).toEqual(of("Sol", ...open));
    expect(await seenBy(await aMember(kim, "individual"))).toEqual(of("Kim", ...open));
  });

  test("by a couple and by a mentee: what is for them besides", async () => {
    expect(await seenBy(await aMember(sol, "couple"))).toEqual(of("Sol", ...open, "couple"));
    expect(await seenBy(await aMember(kim, "mentorship"))).toEqual(of("Kim", ...open, "mentorship"));
  });

  test("by who has left their coach: what is open to newcomers", async () => {
    const client = await aMember(sol, "couple");
    await asSystem("test", (tx) =>
      tx.update(journeyMembers).set({ leftAt: start }).where(eq(journeyMembers.clientId, client.id)),
    );
    expect(await seenBy(client)).toHaveLength(6);
  });

  test("never with a coach whose access ended", async () => {
    const gone = await aFullCoach("Gone");
    await asSystem("test", (tx) => tx.update(users).set({ disabledAt: start }).where(eq(users.id, gone.id)));
    expect((await seenBy(undefined)).filter((one) => one.startsWith("Gone"))).toEqual([]);
  });
});

describe("what the page makes of it", () => {
  const shown = async (viewer: Viewer | undefined) =>
    shownKinds(
      (await listOfferedTypes(viewer)).map((type) => whatIsShown(type, { isClient: viewer !== undefined })),
    );

  test("each kind stands there once, with those who have it; a first conversation also with whoever is free", async () => {
    const kinds = await shown(undefined);
    expect(
      kinds.map(({ kind, choices }) => [kind, choices.map((one) => one.isAnybodys || one.coachName)]),
    ).toEqual([
      ["first_conversation", [true, "Sol", "Kim"]],
      ["preparation", ["Sol", "Kim"]],
      ["guidance", ["Sol", "Kim"]],
    ]);
    expect(kinds[0]?.choices[0]).toMatchObject({ id: "first_conversation", minutes: 30, mostMinutes: 45 });
  });

  test("with one coach nothing is asked about whom", async () => {
    const kinds = await shown(await aMember(sol, "individual"));
    expect(kinds.map(({ choices }) => choices.length)).toEqual([1, 1, 1]);
  });

  test("what is for clients only is something to ask for, until one is a client", async () => {
    const [type] = await listOfferedTypes(undefined);
    if (!type) throw new Error("Nothing is offered");
    const forClients = { ...type, mode: "instant" as const, openTo: "clients" as const };
    expect(whatIsShown(forClients, { isClient: false }).isAskedFor).toBe(true);
    expect(whatIsShown(forClients, { isClient: true }).isAskedFor).toBe(false);
  });
});
