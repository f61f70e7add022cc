import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { ensureIndividualJourney, journeyForType } from "#lib/journeys/ensure-individual.ts";
import { Refusal } from "#lib/refusal.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();

const taken = new Refusal("That time has just gone.", { code: "taken", status: 409 });

async function someone() {
  const [coach, client] = [await aCoach(), await aClient()];
  const begin = () => asSystem("a journey begins", (tx) => ensureIndividualJourney(tx, client.id, coach.id));
  return { client, type: await aType(coach), begin };
}

describe("a client's first journey with a coach", () => {
  test("is not begun when what it was for is refused", async () => {
    const { client, type } = await someone();
    const asked = () => journeyForType(client.id, type, () => Promise.reject(taken));
    await expect(asked()).rejects.toBe(taken);
    await expect(asked()).rejects.toBe(taken);
  });

  test("that a twin of the same click began meanwhile is the one, whatever is refused by then", async () => {
    const { client, type, begin } = await someone();
    let begun = "";
    const { id, members } = await journeyForType(client.id, type, async () => {
      begun = await begin();
      throw taken;
    });
    expect(id).toBe(begun);
    expect(members).toEqual([client.id]);
  });

  test("is found from then on, and nothing is demanded of it", async () => {
    const { client, type, begin } = await someone();
    const id = await begin();
    const known = await journeyForType(client.id, type, () => Promise.reject(taken));
    expect(known).toEqual({ id, members: [client.id] });
  });
});
