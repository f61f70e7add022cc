import { beforeAll, expect, test } from "vitest";
import { newestAnswer, wants } from "#lib/desk/brief/answers.ts";
import { listShownToBoth, readTold } from "#lib/desk/brief/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { answered, aSessionToCome, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.now();
const words = { ...calmAnswers.couple, valued: "The kettle.", ask: "An hour.", not_today: "The summer." };

beforeAll(() => ensureQuestions(database.url, now - 86_400_000));

async function aCouple() {
  const [sol, jo, ute] = [await aCoach({ name: "Sol" }), await aClient(), await aClient()];
  const booking = await aSessionToCome({ for: [jo, ute], with: sol, kind: "couple" });
  return { sol, jo, ute, booking };
}

const before = { id: "", coachName: "Sol", start: now + 5 * 86_400_000 };

test("a brief says what its coach has opened, and nothing before", async () => {
  const { sol, jo, booking } = await aCouple();
  const id = await aSharedReflection(jo, beforeIt(booking), words);
  const about = { ...before, id: booking };
  expect(await readTold(sol, jo.id, about)).toMatchObject({ told: [], since: [{ id, openedAt: null }] });
  await openReflection(sol, id, now);
  const { told } = await readTold(sol, jo.id, about);
  expect(newestAnswer(told, wants)?.lines).toEqual(["More ease."]);
  const kim = await aCoach();
  expect(await readTold(kim, jo.id, about)).toMatchObject({ told: [], since: [] });
});

test("on a screen that both see stands only what one showed the other, and its coach has opened", async () => {
  const { sol, jo, booking } = await aCouple();
  const id = await aSharedReflection(jo, beforeIt(booking), words);
  const show = async (questions: string[]) =>
    showPartner(jo, { ...(await answered(jo, beforeIt(booking), words)), questions }, Date.now() - 500);
  await show(["valued"]);
  expect(await listShownToBoth(sol, booking)).toEqual([]);
  await openReflection(sol, id, now);
  expect((await listShownToBoth(sol, booking)).map((one) => one.words)).toEqual(["The kettle."]);
  expect(await listShownToBoth(await aCoach(), booking)).toEqual([]);
  await show([]);
  expect(await listShownToBoth(sol, booking)).toEqual([]);
  await show(["ask"]);
  expect((await listShownToBoth(sol, booking)).map((one) => one.words)).toEqual(["An hour."]);
  await takeBack(jo, id, now);
  expect(await listShownToBoth(sol, booking)).toEqual([]);
});
