import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { checkInOn, setBefore, setOnGuidanceDay } from "#lib/questions/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import { ensureClientKey, findClientKeys } from "#lib/reflections/client-key.ts";
import { destroyClientKey } from "#lib/reflections/destroy-key.ts";
import { letAnswersGo } from "#lib/reflections/retention/let-answers-go.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const day = 86_400_000;
const session = Date.parse("2026-11-02T10:00:00Z");
const end = session + 3_600_000;

beforeAll(() => ensureQuestions(database.url, 0));

type About = {
  kind: "session" | "guidance_day" | "check_in";
  start?: number;
  before: "guidance" | "mentorship";
};
type Table = typeof reflections | typeof reflectionShares;

const journeyOf = (client: Client, coach: Coach) =>
  asSystem("a test needs a journey", (tx) => ensureIndividualJourney(tx, client.id, coach.id));

const types = new Map<string, Promise<string>>();

function typeOf(coach: Coach, kind: About["before"]): Promise<string> {
  const made = types.get(coach.id + kind) ?? aType(coach, { kind, name: kind });
  types.set(coach.id + kind, made);
  return made;
}

/** What this client answered, and the copy of it that their coach has. Gives the ids of both. */
async function answered(
  client: Client,
  coach: Coach,
  { kind, before, start = session }: About,
  answers: object,
) {
  const type = await typeOf(coach, before);
  const bookingId = await aBooking({ for: client, with: coach, type, start });
  const [journeyId, id, shareId] = [await journeyOf(client, coach), randomUUID(), randomUUID()];
  const key = await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  await asSystem("a test needs answers", async (tx) => {
    const set = {
      session: () => setBefore(tx, type),
      guidance_day: () => setOnGuidanceDay(tx),
      check_in: () => checkInOn(tx, 1),
    };
    const asked = await set[kind]();
    const about = {
      kind,
      bookingId,
      day: kind === "check_in" ? 1 : null,
      templateVersionId: asked?.versionId ?? "",
    };
    const sealed = (table: "reflections" | "reflection_shares", id: string) =>
      sealAnswers(key, answers, { table, id, clientId: client.id });
    await tx.insert(reflections).values({
      ...{
        ...about,
        id,
        authorId: client.id,
        answers: sealed("reflections", id),
        revision: 3,
        writtenAt: start - day,
      },
    });
    await tx.insert(reflectionShares).values({
      ...{
        ...about,
        id: shareId,
        reflectionId: id,
        authorId: client.id,
        readerId: coach.id,
        reader: "coach",
        journeyId,
      },
      ...{
        answers: sealed("reflection_shares", shareId),
        revision: 3,
        sharedAt: start - day,
        readableFrom: start - day,
      },
    });
  });
  return { client, id, shareId };
}

/** What stands in the words of this client and in the copy of them. */
async function standing({ client, id, shareId }: Awaited<ReturnType<typeof answered>>) {
  return asSystem("a test looks", async (tx) => {
    const key = (await findClientKeys(tx, [client.id])).get(client.id);
    const open = async (table: Table, name: "reflections" | "reflection_shares", id: string) => {
      const [row] = await tx.select({ answers: table.answers }).from(table).where(eq(table.id, id));
      return key && row && openAnswers(key, row.answers, { table: name, id, clientId: client.id });
    };
    return [
      await open(reflections, "reflections", id),
      await open(reflectionShares, "reflection_shares", shareId),
    ];
  });
}

const guidance = { still_yes: "yes", contact: "Mio, 555 0100" };

test("whom to call is forgotten thirty days after guidance, in every copy, and nothing else of it", async () => {
  const [client, coach] = [await aClient(), await aCoach()];
  const before = await answered(client, coach, { kind: "session", before: "guidance" }, guidance);
  const onTheDay = await answered(
    client,
    coach,
    { kind: "guidance_day", before: "guidance", start: session + day },
    guidance,
  );
  expect(await letAnswersGo(end + 30 * day - 1)).toBe(0);
  expect(await standing(before)).toEqual([guidance, guidance]);
  expect(await letAnswersGo(end + 30 * day)).toBe(2);
  expect(await standing(before)).toEqual([{ still_yes: "yes" }, { still_yes: "yes" }]);
  expect(await standing(onTheDay)).toEqual([guidance, guidance]);
  expect(await letAnswersGo(end + 31 * day)).toBe(2);
  // Nothing is left to do, and nothing is written anew.
  expect(await letAnswersGo(end + 99 * day)).toBe(0);
});

test("when it was answered again since, only the older answer goes", async () => {
  const [client, coach] = [await aClient(), await aCoach()];
  const older = await answered(client, coach, { kind: "session", before: "guidance" }, guidance);
  const newer = await answered(
    client,
    coach,
    { kind: "session", before: "guidance", start: session + 20 * day },
    guidance,
  );
  expect(await letAnswersGo(end + 30 * day)).toBe(2);
  expect(await standing(older)).toEqual([{ still_yes: "yes" }, { still_yes: "yes" }]);
  expect(await standing(newer)).toEqual([guidance, guidance]);
  expect(await letAnswersGo(end + 50 * day)).toBe(2);
});

test("a mentee's outline is forgotten ninety days after", async () => {
  const [client, coach] = [await aClient(), await aCoach()];
  const answers = { question: "How do I wait?", outline: "A circle of six." };
  const one = await answered(client, coach, { kind: "session", before: "mentorship" }, answers);
  expect(await letAnswersGo(end + 90 * day - 1)).toBe(0);
  expect(await letAnswersGo(end + 90 * day)).toBe(2);
  expect(await standing(one)).toEqual([{ question: "How do I wait?" }, { question: "How do I wait?" }]);
});

test("an answer of the same name to another question stays: whether the coach should get in touch", async () => {
  const [client, coach] = [await aClient(), await aCoach()];
  const answers = { contact: "yes" };
  const one = await answered(client, coach, { kind: "check_in", before: "guidance" }, answers);
  const other = await answered(
    client,
    coach,
    { kind: "session", before: "mentorship", start: session + day },
    answers,
  );
  expect(await letAnswersGo(end + 200 * day)).toBe(0);
  expect([await standing(one), await standing(other)]).toEqual([
    [answers, answers],
    [answers, answers],
  ]);
});

test("what nobody can open any more keeps nobody else's", async () => {
  const coach = await aCoach();
  const [gone, damaged, client] = [await aClient(), await aClient(), await aClient()];
  const about = { kind: "session", before: "guidance" } as const;
  await answered(gone, coach, about, guidance);
  await asSystem("an account is erased", (tx) => destroyClientKey(tx, gone.id));
  const { id } = await answered(damaged, coach, { ...about, start: session + day / 4 }, guidance);
  await asSystem("a disk fails", (tx) =>
    tx
      .update(reflections)
      .set({ answers: Buffer.alloc(60, 1) })
      .where(eq(reflections.id, id)),
  );
  const one = await answered(client, coach, { ...about, start: session + day / 2 }, guidance);
  // Of the damaged one the copy is whole.
  expect(await letAnswersGo(end + 60 * day)).toBe(3);
  expect(await standing(one)).toEqual([{ still_yes: "yes" }, { still_yes: "yes" }]);
});

test("there may be more of them than are done at once", async () => {
  const [client, coach] = [await aClient(), await aCoach()];
  const { id, shareId } = await answered(client, coach, { kind: "session", before: "guidance" }, guidance);
  const key = await asSystem("a test looks", async (tx) =>
    (await findClientKeys(tx, [client.id])).get(client.id),
  );
  if (!key) throw new Error("no key");
  await asSystem("a test needs many copies", async (tx) => {
    const [copy] = await tx.select().from(reflectionShares).where(eq(reflectionShares.id, shareId));
    if (!copy) throw new Error("no copy");
    const copies = Array.from({ length: 220 }, () => {
      const id = randomUUID();
      const answers = sealAnswers(key, guidance, { table: "reflection_shares", id, clientId: client.id });
      return { ...copy, id, answers, withdrawnAt: session };
    });
    await tx.insert(reflectionShares).values(copies);
  });
  expect(await letAnswersGo(end + 60 * day)).toBe(222);
  expect(await standing({ client, id, shareId })).toEqual([{ still_yes: "yes" }, { still_yes: "yes" }]);
});
