import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { journeyMembers } from "#db/schema/index.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { listSessionsAhead } from "#lib/bookings/own-sessions.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { beginOwnJourney, ensureIndividualJourney, findOwnJourney } from "#lib/journeys/ensure-individual.ts";
import { NotFound } from "#lib/refusal.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

async function someone() {
  const [coach, client] = [await aCoach(), await aClient()];
  const type = await aType(coach);
  const find = () => asViewer(client, (tx) => findOwnJourney(tx, client.id, type));
  const begin = () => asViewer(client, (tx) => beginOwnJourney(tx, client.id, coach.id));
  return { client, coach, type, find, begin };
}

describe("a client's first journey with a coach", () => {
  test("is found from its beginning on", async () => {
    const { client, find, begin } = await someone();
    expect(await find()).toBeUndefined();
    const begun = await begin();
    expect(begun.members).toEqual([client.id]);
    expect(await find()).toEqual(begun);
  });

  test("is taken up again by a client who had left it", async () => {
    const { client, coach, type, find, begin } = await someone();
    const begun = await begin();
    await asSystem("a test lets them leave", (tx) =>
      tx.update(journeyMembers).set({ leftAt: Date.now() }).where(eq(journeyMembers.clientId, client.id)),
    );
    expect(await find()).toBeUndefined();
    const start = Date.parse("2027-01-05T10:00:00Z");
    const now = Date.parse("2027-01-01T10:00:00Z");
    await bookSlot(client, { typeId: type, start, zone: client.zone }, randomUUID(), now);
    expect(await find()).toEqual(begun);
    expect((await listSessionsAhead(client, now)).map(({ coachName }) => coachName)).toEqual([coach.name]);
  });

  test("goes with the transaction that it was begun in", async () => {
    const { client, coach, find } = await someone();
    const fails = asViewer(client, async (tx) => {
      await beginOwnJourney(tx, client.id, coach.id);
      throw new NotFound();
    });
    await expect(fails).rejects.toThrow(NotFound);
    expect(await find()).toBeUndefined();
  });

  test("is one, however many clicks begin it", async () => {
    const { find, begin } = await someone();
    const begun = await Promise.all(Array.from({ length: 5 }, begin));
    expect(new Set(begun.map(({ id }) => id))).toEqual(new Set([(await find())?.id]));
  });

  test("leaves the rest of the transaction with the client's rights", async () => {
    const { client, coach } = await someone();
    const roles = await asViewer(client, async (tx) => {
      const role = async () => (await tx.execute<{ role: string }>("select current_user as role"))[0]?.role;
      const before = await role();
      await beginOwnJourney(tx, client.id, coach.id);
      return [before, await role()];
    });
    expect(roles).toEqual(["portal", "portal"]);
  });
});

describe("the kinds of another coach", () => {
  test("are not there for a client who has a coach", async () => {
    const [own, other] = [await someone(), await someone()];
    const find = () => asViewer(own.client, (tx) => findOwnJourney(tx, own.client.id, other.type));
    expect(await find()).toBeUndefined();
    await own.begin();
    await expect(find()).rejects.toThrow(NotFound);
    const id = await asSystem("a second coach", (tx) =>
      ensureIndividualJourney(tx, own.client.id, other.coach.id),
    );
    expect(await find()).toEqual({ id, members: [own.client.id] });
  });
});
