import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, reflections } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { saveAnswers } from "#lib/reflections/asked/save-answers.ts";
import { NotFound } from "#lib/refusal.ts";
import {
  aGuidanceHeld,
  answered,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  daysAfter,
  onTheDay,
} from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.now() - 60_000;
const later = now + 10_000;
const hour = 3_600_000;
const day = 24 * hour;

beforeAll(() => ensureQuestions(database.url, now));

async function aPreparation() {
  const [coach, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada", zone: "UTC" })];
  const id = await aSessionToCome({ for: ada, with: coach });
  return { coach, ada, id, about: beforeIt(id) };
}

/** When this session is, by the database. */
async function duringOf(id: string) {
  const [row] = await asSystem("a test looks", (tx) =>
    tx.select({ during: bookings.during }).from(bookings).where(eq(bookings.id, id)),
  );
  if (!row) throw new Error("no such session");
  return row.during;
}

/** In the zone of whoever is asked here. */
const noonOn = (at: number) => Math.floor(at / day) * day + 12 * hour;

const mark = (id: string, status: "cancelled" | "requested" | "no_show") =>
  asSystem("a test says what came of a session", (tx) =>
    tx
      .update(bookings)
      .set({ status, cancelledAt: status === "cancelled" ? now : null })
      .where(eq(bookings.id, id)),
  );
const countOf = ({ id }: Client) =>
  asSystem("a test counts", (tx) => tx.$count(reflections, eq(reflections.authorId, id)));
const isThere = (client: Client, about: About, at: number) =>
  findAsked(client, about, at).then(
    ({ isOpen }) => (isOpen ? "open" : "to read"),
    (error: unknown) => {
      if (error instanceof NotFound) return "not there";
      throw error;
    },
  );

describe("what a client answers before a session", () => {
  test("is there again, of every kind of answer, and can be changed and taken away", async () => {
    const { ada, about } = await aPreparation();
    const empty = await findAsked(ada, about, now);
    expect(empty).toMatchObject({ answers: {}, revision: 0, saved: "", isOpen: true, share: undefined });
    expect(empty.session.coachName).toBe("Sol");
    expect(JSON.stringify(empty.questions)).not.toContain("{coach}");
    const all = { focus: "One\ntwo", steadiness: 0, changes: ["nothing"], trust_person: "talk" };
    const sent = { ...all, focus: "One\r\ntwo" };
    expect(await aReflection(ada, about, sent, now)).toMatchObject({ revision: 1 });
    expect(await findAsked(ada, about, now)).toMatchObject({ answers: all, revision: 1 });
    const changes = { focus: " ", steadiness: null, changes: [], trust_person: "no" };
    expect(await aReflection(ada, about, changes, later)).toMatchObject({
      revision: 2,
      saved: expect.stringMatching(/^Saved (today|yesterday) at /),
    });
    expect((await findAsked(ada, about, later)).answers).toEqual({ trust_person: "no" });
  });

  test("leaves nothing where nothing was written", async () => {
    const { ada, about } = await aPreparation();
    const nothing = { focus: " ", sleep: null };
    expect(await aReflection(ada, about, nothing, now)).toEqual({ revision: 0, saved: "" });
    expect(await countOf(ada)).toBe(0);
  });

  test("does not become somebody else's who has signed in meanwhile", async () => {
    const { ada, about } = await aPreparation();
    const ben = await aClient();
    const sent = await answered(ada, about, { focus: "Ada's" });
    await expect(saveAnswers(ben, sent, now)).rejects.toMatchObject({ code: "another_person", status: 409 });
    expect([await countOf(ada), await countOf(ben)]).toEqual([0, 0]);
  });

  test("is refused where the question has no such answer, beside its field", async () => {
    const { ada, about } = await aPreparation();
    for (const [key, answer] of [
      ["steadiness", 11],
      ["changes", ["x"]],
      ["trust_person", 3],
      ["not_asked", "x"],
      ["constructor", "x"],
      ["focus", "a".repeat(10_001)],
    ] as const) {
      const sent = await answered(ada, about, { [key]: answer as string });
      await expect(saveAnswers(ada, sent, now)).rejects.toMatchObject({ code: "invalid", status: 422 });
    }
    expect(await countOf(ada)).toBe(0);
  });
});

describe("a session that is not theirs to answer", () => {
  test("does not exist: another client's, one called off, one only asked for, one without questions", async () => {
    const { ada, coach, id, about } = await aPreparation();
    const ben = await aClient();
    const sent = await answered(ada, about, { focus: "x" });
    expect(await isThere(ben, about, now)).toBe("not there");
    await expect(saveAnswers(ben, { ...sent, author: ben.id }, now)).rejects.toThrow(NotFound);
    for (const status of ["requested", "cancelled", "no_show"] as const) {
      await mark(id, status);
      expect(await isThere(ada, about, now)).toBe("not there");
      await expect(saveAnswers(ada, sent, now)).rejects.toThrow(NotFound);
    }
    const kind = "first_conversation";
    const first = beforeIt(await aSessionToCome({ for: ada, with: coach, kind }));
    expect(await isThere(ada, first, now)).toBe("not there");
    expect(await isThere(ada, beforeIt(crypto.randomUUID()), now)).toBe("not there");
    // The twin: a session as it has to be.
    expect(
      await isThere(ada, beforeIt(await aSessionToCome({ for: ada, with: coach, kind: "guidance" })), now),
    ).toBe("open");
  });

  test("of which nothing is asked on its day, or after it, unless it is guidance", async () => {
    const { ada, id } = await aPreparation();
    const { start, end } = await duringOf(id);
    expect(await isThere(ada, onTheDay(id), start - 1)).toBe("not there");
    expect(await isThere(ada, daysAfter(id, 1), end + day)).toBe("not there");
  });
});

describe("the time to answer", () => {
  test("is from three days before until it is over; afterwards it is there for whoever wrote", async () => {
    const { ada, id, about } = await aPreparation();
    const { start, end } = await duringOf(id);
    expect(await isThere(ada, about, start - 3 * day - 1)).toBe("not there");
    expect(await isThere(ada, about, start - 3 * day)).toBe("open");
    expect(await isThere(ada, about, end - 1)).toBe("open");
    expect(await isThere(ada, about, end)).toBe("not there");
    const sent = await answered(ada, about, { focus: "Mine." }, now);
    for (const at of [start - 3 * day - 1, end])
      await expect(saveAnswers(ada, sent, at)).rejects.toThrow(NotFound);
    await saveAnswers(ada, sent, now);
    expect(await findAsked(ada, about, end)).toMatchObject({ isOpen: false, answers: { focus: "Mine." } });
    await mark(id, "cancelled");
    expect(await isThere(ada, about, now)).toBe("to read");
  });

  test("of the questions on the day of guidance ends when it begins", async () => {
    const { ada, coach } = await aPreparation();
    const id = await aSessionToCome({ for: ada, with: coach, kind: "guidance" });
    const { start } = await duringOf(id);
    expect(await isThere(ada, onTheDay(id), start - 1)).toBe("open");
    expect(await isThere(ada, onTheDay(id), start)).toBe("not there");
    expect(await isThere(ada, onTheDay(id), start - 2 * day)).toBe("not there");
  });

  test("of a check-in begins after guidance that was held, and a day without one has none", async () => {
    const { ada, coach } = await aPreparation();
    const id = await aGuidanceHeld({ for: ada, with: coach, daysAgo: 1 });
    const { start } = await duringOf(id);
    const nextNoon = noonOn(start) + day;
    expect(await isThere(ada, daysAfter(id, 1), nextNoon)).toBe("open");
    expect(await isThere(ada, daysAfter(id, 2), nextNoon + day)).toBe("not there");
    expect(await isThere(ada, daysAfter(id, 3), nextNoon)).toBe("not there");
    expect(await isThere(ada, daysAfter(id, 3), nextNoon + 2 * day)).toBe("open");
    await mark(id, "no_show");
    expect(await isThere(ada, daysAfter(id, 1), nextNoon)).toBe("not there");
  });
});

describe("two devices", () => {
  test("the later one is given both, and nothing is written over", async () => {
    const { ada, about } = await aPreparation();
    await aReflection(ada, about, { focus: "First.", steadiness: 5 }, now);
    const [phone, desk] = [
      await answered(ada, about, { focus: "From the phone." }),
      await answered(ada, about, { focus: "From the desk." }),
    ];
    await saveAnswers(ada, phone, later);
    await expect(saveAnswers(ada, desk, later)).rejects.toMatchObject({
      code: "written_elsewhere",
      status: 409,
      offer: { stored: { answers: { focus: "From the phone.", steadiness: 5 }, revision: 2 } },
    });
    expect((await findAsked(ada, about, later)).answers.focus).toBe("From the phone.");
    expect(await saveAnswers(ada, { ...desk, revision: 2 }, later)).toMatchObject({ revision: 3 });
  });

  test("what is sent again because its answer was lost is no new revision", async () => {
    const { ada, about } = await aPreparation();
    const sent = await answered(ada, about, { focus: "Once.", changes: ["nothing"] });
    expect(await saveAnswers(ada, sent, now)).toMatchObject({ revision: 1 });
    expect(await saveAnswers(ada, sent, later)).toMatchObject({ revision: 1 });
  });

  test.each(["begin", "go on"])("that %s at the same moment: one is kept, the other is told", async (how) => {
    const { ada, about } = await aPreparation();
    if (how === "go on") await aReflection(ada, about, { steadiness: 5 }, now);
    const sent = [
      await answered(ada, about, { focus: "From the phone." }),
      await answered(ada, about, { focus: "From the desk." }),
    ];
    const both = await Promise.allSettled(sent.map((one) => saveAnswers(ada, one, later)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "written_elsewhere" });
    const kept = sent[both.findIndex(({ status }) => status === "fulfilled")];
    expect((await findAsked(ada, about, later)).answers.focus).toBe(kept?.answers.focus);
    expect(await countOf(ada)).toBe(1);
  });
});

describe("what was answered earlier", () => {
  test("is not asked again where it is asked for the first time only, by this coach", async () => {
    const { ada, coach, about } = await aPreparation();
    const asksWhy = async (one: About) =>
      (await findAsked(ada, one, later)).questions.some(({ key }) => key === "why_now");
    expect(await asksWhy(about)).toBe(true);
    await aReflection(ada, about, { focus: "Other things." }, now);
    const next = beforeIt(await aSessionToCome({ for: ada, with: coach }));
    // Left blank so far, and the question stays where it is answered.
    expect(await asksWhy(next)).toBe(true);
    await aReflection(ada, about, { why_now: "A birth." }, now);
    expect([await asksWhy(about), await asksWhy(next)]).toEqual([true, false]);
    const other = beforeIt(await aSessionToCome({ for: ada, with: await aCoach() }));
    expect(await asksWhy(other)).toBe(true);
  });

  test("fills in whom to call, as theirs to change, and stays away once it was taken away", async () => {
    const { ada, coach } = await aPreparation();
    const first = beforeIt(await aSessionToCome({ for: ada, with: coach, kind: "guidance" }));
    await aReflection(ada, first, calmAnswers.guidance, now);
    const next = beforeIt(await aSessionToCome({ for: ada, with: coach, kind: "guidance" }));
    const { contact } = calmAnswers.guidance;
    expect(await findAsked(ada, next, now)).toMatchObject({ answers: { contact }, revision: 0 });
    expect(await countOf(ada)).toBe(1);
    await aReflection(ada, next, { settled: 5 }, now);
    expect((await findAsked(ada, next, now)).answers).toEqual({ contact, settled: 5 });
    const third = beforeIt(await aSessionToCome({ for: ada, with: coach, kind: "guidance" }));
    expect(await aReflection(ada, third, { contact: null }, now)).toMatchObject({ revision: 1 });
    expect((await findAsked(ada, third, now)).answers).toEqual({});
  });

  test("of check-ins is given as far as it matters twice running, the newest first", async () => {
    const { ada, coach } = await aPreparation();
    const id = await aGuidanceHeld({ for: ada, with: coach, daysAgo: 8 });
    const noon = noonOn((await duringOf(id)).start);
    await aReflection(ada, daysAfter(id, 1), { rested: 1, steady: 5 }, noon + day);
    await aReflection(ada, daysAfter(id, 3), { rested: 2, loud: "Birds." }, noon + 3 * day);
    const { earlier } = await findAsked(ada, daysAfter(id, 7), noon + 7 * day);
    expect(earlier).toEqual([{ rested: 2 }, { rested: 1 }]);
    expect((await findAsked(ada, daysAfter(id, 3), noon + 3 * day)).earlier).toEqual([{ rested: 1 }]);
  });
});

test("on the day of guidance, and after it, it is answered and shared the same", async () => {
  const { ada, coach } = await aPreparation();
  const guidance = await aSessionToCome({ for: ada, with: coach, kind: "guidance" });
  const { start } = await duringOf(guidance);
  for (const [about, answers, at] of [
    [beforeIt(guidance), calmAnswers.guidance, now],
    [onTheDay(guidance), calmAnswers.guidance_day, start - 1],
  ] as const) {
    const id = await aSharedReflection(ada, about, answers, { now: at });
    expect((await findAsked(ada, about, at)).share).toMatchObject({ id, isNewest: true });
  }
  const held = await aGuidanceHeld({ for: await aClient(), with: coach, daysAgo: 20 });
  expect(await isThere(ada, daysAfter(held, 1), now)).toBe("not there");
});
