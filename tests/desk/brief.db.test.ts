import { beforeAll, expect, test } from "vitest";
import { newestAnswer, wants } from "#lib/desk/brief/answers.ts";
import { readBesideBrief } from "#lib/desk/brief/beside.ts";
import { listShownToBoth, readTold } from "#lib/desk/brief/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { answered, aSessionToCome, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aSessionHeld } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { aSharedRound } from "#tests/support/screening.ts";

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

test("a brief counts the sessions before it, says what somebody needs to come, and that their health waits for a talk", async () => {
  const [sol, kim, ada] = [await aCoach(), await aCoach(), await aClient()];
  const earlier = await aSessionHeld({ for: ada, with: sol, start: now - 3 * 86_400_000 });
  const booking = await aSessionToCome({ for: ada, with: sol });
  const about = { id: booking, start: before.start };
  expect(await readBesideBrief(sol, ada.id, about)).toEqual({ nth: 2, tiers: [], access: undefined });
  await aSharedRound(ada, sol, { access: "yes", access_needs: "A ramp.", heart: "yes" });
  const beside = await readBesideBrief(sol, ada.id, about);
  expect(beside.access).toBe("Yes: A ramp.");
  expect(beside.tiers.length).toBeGreaterThan(0);
  expect(beside.tiers).not.toContain("note");
  expect(await readBesideBrief(kim, ada.id, about)).toEqual({ nth: 1, tiers: [], access: undefined });
  const first = { id: earlier, start: now - 3 * 86_400_000 };
  expect((await readBesideBrief(sol, ada.id, first)).nth).toBe(1);
});
