import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { screenings, templateVersions } from "#db/schema/index.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";
import { aSharedRound } from "#tests/support/screening.ts";

const database = onFreshDatabase();
const hour = 3_600_000;
const denied = { name: "QueryFailed", code: "42501" };

let sol: Coach;
let ada: Client;
let version: string;

beforeAll(async () => {
  await ensureQuestions(database.url, 0);
  const [any] = await asSystem("a test looks", (tx) =>
    tx.select({ id: templateVersions.id }).from(templateVersions).limit(1),
  );
  version = any?.id ?? "";
});

beforeEach(async () => {
  [sol, ada] = [await aCoach(), await aClient()];
  await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, ada.id, sol.id));
});

type Row = typeof screenings.$inferInsert;

// Nobody's command: what a query can write when its author has forgotten every check.
const begin = (as: { id: string }, { state, sharedAt = null }: Pick<Row, "state" | "sharedAt">) =>
  asViewer(as, async (tx) => {
    const row = { id: randomUUID(), clientId: ada.id, coachId: sol.id, templateVersionId: version };
    await tx
      .insert(screenings)
      .values({ ...row, answers: randomBytes(8), revision: 1, writtenAt: Date.now(), state, sharedAt });
  });
const change = (as: { id: string }, changes: Partial<Row>) =>
  asViewer(as, async (tx) => {
    const own = and(eq(screenings.clientId, ada.id), isNull(screenings.replacedAt));
    await tx.update(screenings).set(changes).where(own);
  });
const stored = () =>
  asSystem("a test looks", (tx) => tx.select().from(screenings).where(eq(screenings.clientId, ada.id)));

describe("a round of health questions", () => {
  test("begins unshared, or shared just now", async () => {
    await begin(ada, { state: "not_started" });
    await change(ada, { state: "shared", sharedAt: Date.now() });
    expect(await stored()).toMatchObject([{ state: "shared" }]);
  });

  test.each(["in_conversation", "medical_review_noted", "coach_ready_to_proceed"] as const)(
    "never begins as what only a coach decides: %s",
    async (state) => {
      await expect(begin(ada, { state, sharedAt: Date.now() })).rejects.toMatchObject(denied);
      await expect(begin(sol, { state, sharedAt: Date.now() })).rejects.toMatchObject(denied);
      expect(await stored()).toEqual([]);
    },
  );

  test("is not shared at a time to come, so that it cannot stay valid for longer", async () => {
    const later = { state: "shared" as const, sharedAt: Date.now() + hour };
    await expect(begin(ada, later)).rejects.toMatchObject(denied);
    await begin(ada, { state: "not_started" });
    await expect(change(ada, later)).rejects.toMatchObject(denied);
    expect(await stored()).toMatchObject([{ state: "not_started", sharedAt: null }]);
  });

  test("keeps the time at which it was shared, whoever asks", async () => {
    await aSharedRound(ada, sol);
    const before = await stored();
    for (const one of [ada, sol]) {
      await expect(change(one, { sharedAt: Date.now() })).rejects.toMatchObject(denied);
      await expect(change(one, { state: "not_started", sharedAt: null })).rejects.toMatchObject(denied);
    }
    expect(await stored()).toEqual(before);
  });
});
