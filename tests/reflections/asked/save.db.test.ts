import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { reflections } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import {
  aGuidanceHeld,
  answered,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  before,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.now() - 60_000;
const later = now + 10_000;

beforeAll(() => ensureQuestions(database.url, now));

async function aPreparation(more: { start?: number } = {}) {
  const [coach, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada", zone: "UTC" })];
  const about = before(await aSessionToCome({ for: ada, with: coach, ...more }));
  return { coach, ada, about };
}

describe("what a client answers before a session", () => {
  test("is there again, of every kind of answer, and can be changed and taken away", async () => {
    const { ada, about } = await aPreparation();
    const empty = await findAsked(ada, about, now);
    expect(empty).toMatchObject({ answers: {}, revision: 0, saved: "", isOpen: true, share: undefined });
    expect(empty.session.coachName).toBe("Sol");
    expect(JSON.stringify(empty.questions)).not.toContain("{coach}");
    const all = { focus: "One\ntwo", steadiness: 0, changes: ["nothing"], trust_person: "talk" };
    expect(await aReflection(ada, about, { ...all, focus: "One\r\ntwo" }, now)).toMatchObject({
      revision: 1,
    });
    expect(await findAsked(ada, about, now)).toMatchObject({ answers: all, revision: 1 });
    const changes = { focus: " ", steadiness: null, changes: [], trust_person: "no" };
    expect(await aReflection(ada, about, changes, later)).toMatchObject({
      revision: 2,
      saved: expect.stringMatching(/^Saved today at /),
    });
    expect((await findAsked(ada, about, later)).answers).toEqual({ trust_person: "no" });
  });

  test("leaves nothing where nothing was written", async () => {
    const { ada, about } = await aPreparation();
    expect(await aReflection(ada, about, { focus: " ", sleep: null }, now)).toEqual({
      revision: 0,
      saved: "",
    });
    expect(
      await asSystem("a test looks", (tx) => tx.$count(reflections, eq(reflections.authorId, ada.id))),
    ).toBe(0);
  });
});

test("all sets can be answered and shared", async () => {
  const { ada, about } = await aPreparation();
  const id = await aSharedReflection(ada, about, calmAnswers.preparation);
  expect((await findAsked(ada, about, Date.now())).share?.id).toBe(id);
  const [coach, jo, ut] = [await aCoach(), await aClient(), await aClient()];
  const two = before(await aSessionToCome({ for: [jo, ut], with: coach, kind: "couple" }));
  await aSharedReflection(jo, two, calmAnswers.couple);
  const w = await answered(jo, two, { valued: "Tea" });
  expect(await showPartner(jo, { ...w, questions: ["valued"] }, Date.now())).toMatchObject({ revision: 2 });
  const ds = await aSessionToCome({ for: ada, with: coach, kind: "guidance" });
  await aSharedReflection(ada, before(ds), calmAnswers.guidance);
  const held = await aGuidanceHeld({ for: ut, with: coach });
  await aSharedReflection(ut, daysAfter(held, 1), calmAnswers.check_in);
});
