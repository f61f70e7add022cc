import { beforeAll, describe, expect, test } from "vitest";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import {
  aGuidanceHeld,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

import {
  aSession,
  flagsOf,
  hour,
  keysOf,
  later,
  nothing,
  now,
  opens,
  rowsFor,
  settles,
  share,
} from "./shared-scene.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, now));

describe("who finds what a client answered", () => {
  test.each(["preparation", "guidance", "couple"] as const)("before a session: %s", async (kind) => {
    const { coach, ada, ben, about } = await aSession(kind);
    const others = [ben, await aCoach(), await aClient()];
    await aReflection(ada, about, calmAnswers[kind], now);
    // A draft is its author's alone.
    for (const viewer of [coach, ...others]) expect(await rowsFor(viewer, ada)).toEqual(nothing);
    expect(await rowsFor(ada, ada)).toEqual({ reflections: 1, shares: 0, flags: 0 });
    await share(ada, about, {});
    for (const viewer of others) expect(await rowsFor(viewer, ada)).toEqual(nothing);
    expect(await rowsFor(coach, ada)).toEqual({ reflections: 0, shares: 1, flags: 0 });
  });

  test("in a check-in, and what follows from it: never the partner", async () => {
    const [coach, ada, ben] = [await aCoach(), await aClient(), await aClient()];
    await aSessionToCome({ for: [ada, ben], with: coach, kind: "couple" });
    const about = daysAfter(await aGuidanceHeld({ for: ada, with: coach }), 1);
    await aSharedReflection(ada, about, { ...calmAnswers.check_in, contact: "yes" });
    for (const viewer of [ben, await aCoach(), await aClient()])
      expect(await rowsFor(viewer, ada)).toEqual(nothing);
    expect(await rowsFor(coach, ada)).toEqual({ reflections: 0, shares: 1, flags: 1 });
  });

  test("that may never be seen by a partner, the coach finds", async () => {
    const { coach, ada, ben, about } = await aSession("couple");
    await share(ada, about, { ...calmAnswers.couple, free_to_speak: "not_very", not_today: "His mother." });
    expect(await rowsFor(ben, ada)).toEqual(nothing);
    expect(await rowsFor(coach, ada)).toEqual({ reflections: 0, shares: 1, flags: 1 });
  });

  test("on a chosen day: nobody before it, and what it marks neither", async () => {
    const { coach, ada, about } = await aSession("guidance");
    const on = Date.now() + hour;
    const shared = await share(ada, about, { ...calmAnswers.guidance, self_harm: "yes" }, { on });
    expect(shared.readableFrom).toBe(on);
    expect(await rowsFor(coach, ada)).toEqual(nothing);
    expect(await flagsOf(ada)).toMatchObject([{ question: "self_harm", raisedAt: on }]);
    // Shared at once after all.
    await share(ada, about, {}, { at: later });
    expect(await rowsFor(coach, ada)).toEqual({ reflections: 0, shares: 1, flags: 1 });
  });
});

describe("what matters in an answer", () => {
  const worrying = { ...calmAnswers.guidance, self_harm: "talk", health_change: "yes" };

  test("is marked for the coach, sealed, and nothing else is", async () => {
    const { coach, ada, about } = await aSession("guidance");
    const { shareId } = await share(ada, about, worrying);
    const raised = await flagsOf(ada);
    expect(keysOf(raised)).toEqual(["health_change", "self_harm"]);
    for (const one of raised)
      expect(one).toMatchObject({
        ...{ shareId, coachId: coach.id, tier: "talk_first", holdsGuidance: true },
        ...{ raisedAt: now, settledAt: null },
      });
  });

  test("looks at what was answered before, where twice running is what matters", async () => {
    const [coach, ada] = [await aCoach(), await aClient({ zone: "UTC" })];
    const id = await aGuidanceHeld({ for: ada, with: coach, daysAgo: 5 });
    const { session } = await findAsked(ada, daysAfter(id, 3), Date.now());
    const noon = (days: number) =>
      Math.floor(session.start / (24 * hour)) * 24 * hour + (days * 24 + 12) * hour;
    await share(ada, daysAfter(id, 1), { rested: 2 }, { at: noon(1) });
    expect(await flagsOf(ada)).toEqual([]);
    await share(ada, daysAfter(id, 3), { rested: 1 }, { at: noon(3) });
    expect(await flagsOf(ada)).toMatchObject([
      { question: "rested", tier: "please_look", holdsGuidance: false },
    ]);
  });

  test("is gone with a copy that nobody opened, and is there once for the next", async () => {
    const { coach, ada, about } = await aSession("guidance");
    await share(ada, about, worrying);
    const { shareId } = await share(ada, about, { health_change: "no" }, { at: later });
    expect(await flagsOf(ada)).toMatchObject([{ question: "self_harm", shareId }]);
    await takeBack(ada, shareId, later);
    expect(await rowsFor(coach, ada)).toEqual(nothing);
    await undoTakingBack(ada, shareId, later + 1);
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1, flags: 1 });
  });

  test("stays from a copy that was opened, not marked twice, and anew once it was settled", async () => {
    const { coach, ada, about } = await aSession("guidance");
    const { shareId } = await share(ada, about, worrying);
    await opens(shareId);
    const calmer = await share(ada, about, { health_change: "no" }, { at: later });
    expect(await flagsOf(ada)).toMatchObject([{ shareId }, { shareId }]);
    expect(await rowsFor(coach, ada)).toMatchObject({ shares: 1, flags: 2 });
    await settles(shareId);
    const again = await share(ada, about, { settled: 4 }, { at: later });
    expect(again.shareId).not.toBe(calmer.shareId);
    const open = (await flagsOf(ada)).filter(({ settledAt }) => settledAt === null);
    expect(open).toMatchObject([{ question: "self_harm", shareId: again.shareId }]);
  });
});
