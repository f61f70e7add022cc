import { beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { listAskedBeforeADay } from "#lib/consent/asked-before-a-day.ts";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { withdrawAgreement } from "#lib/consent/sign.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { aDayPlan, agreeToAll } from "#tests/support/agreements.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const hour = 3_600_000;
const soon = Math.ceil(Date.now() / hour) * hour + 240 * hour;

beforeAll(() => ensureConsentTexts(database.url, 0));

type Kind = "preparation" | "guidance" | "integration";

async function two(): Promise<{ sol: Coach; ada: Client }> {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient()];
  await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, ada.id, sol.id));
  return { sol, ada };
}
const meet = async (sol: Coach, ada: Client, kind: Kind, status?: "requested" | "confirmed" | "cancelled") =>
  aBooking({ for: ada, with: sol, type: await aType(sol, { kind }), start: soon, ...(status && { status }) });
const asked = (ada: Client, now = Date.now()) => listAskedBeforeADay(ada, now);

test("nobody is asked to agree while no preparation and no day lies ahead", async () => {
  const { sol, ada } = await two();
  expect(await asked(ada)).toEqual([]);
  await meet(sol, ada, "integration");
  await meet(sol, ada, "guidance", "cancelled");
  expect(await asked(ada)).toEqual([]);
});

test("from the first preparation on agreements are asked for, and no plan", async () => {
  const { sol, ada } = await two();
  await meet(sol, ada, "preparation");
  const agreements = { left: 15, of: 15, hasChanged: false };
  expect(await asked(ada)).toEqual([
    { coach: { id: sol.id, name: "Sol" }, hasDay: false, agreements, plan: undefined },
  ]);
  expect(await asked(ada, soon + 2 * hour)).toEqual([]);
  await agreeToAll(ada, sol);
  expect(await asked(ada)).toEqual([]);
});

test("a plan is asked for once a day is fixed, until it is sorted", async () => {
  const [{ sol, ada }, other] = [await two(), await two()];
  await agreeToAll(ada, sol);
  await agreeToAll(other.ada, other.sol);
  await meet(other.sol, other.ada, "guidance", "requested");
  expect(await asked(other.ada)).toEqual([]);
  await meet(sol, ada, "guidance");
  expect(await asked(ada)).toMatchObject([{ hasDay: true, agreements: { left: 0 }, plan: "asked" }]);
  await aDayPlan(ada, sol, { number: "" });
  expect(await asked(ada)).toMatchObject([{ plan: "begun" }]);
  await aDayPlan(ada, sol);
  expect(await asked(ada)).toEqual([]);
});

test("what is taken back is asked for again", async () => {
  const { sol, ada } = await two();
  await agreeToAll(ada, sol);
  await meet(sol, ada, "guidance", "requested");
  await withdrawAgreement(ada, { coach: sol.id, topic: "law" }, Date.now());
  expect(await asked(ada)).toMatchObject([{ hasDay: true, agreements: { left: 1, of: 15 } }]);
});
