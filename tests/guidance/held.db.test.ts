import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, flags } from "#db/schema/index.ts";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { planArc } from "#lib/arcs/plan.ts";
import { findArc } from "#lib/arcs/queries.ts";
import { confirmRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookForClient } from "#lib/bookings/commands/book-for-client.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { settleFlag } from "#lib/flags/settle.ts";
import { findHoldBefore } from "#lib/guidance/queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { aGuide, zone } from "#tests/arcs/a-practice.ts";
import { aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aFlag, aJournalShare } from "#tests/support/flags.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";
import { day, dayFrom, holding, hour, now, overridesOf, wishOn } from "./held-days.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, 0));
afterAll(() => stopJobs(1_000));

/** Two who go a way together, the next session of whom is a talk about which the client shares something. */
async function twoOnAWay({ changes = holding } = {}) {
  const guide = await aGuide();
  const ada = await aClient({ name: "Ada", zone });
  const soon = Math.ceil(now() / hour) * hour + day;
  const talk = await aBooking({ for: ada, with: guide.coach, type: guide.preparation, start: soon });
  const share = await aSharedReflection(ada, beforeIt(talk), { ...calmAnswers.preparation, changes });
  return { ...guide, guide, ada, share, talk };
}

const flagsOf = (shareId: string) =>
  asSystem("a test looks", (tx) => tx.select().from(flags).where(eq(flags.shareId, shareId)));

async function talked({ coach, share }: { coach: Parameters<typeof settleFlag>[0]; share: string }) {
  await openReflection(coach, share, now());
  for (const { id, holdsGuidance } of await flagsOf(share))
    if (holdsGuidance) await settleFlag(coach, id, { words: "We talked." }, now());
}

describe("while something waits for a talk first", () => {
  test("a client cannot ask for a day, is told so kindly, and can once they have talked", async () => {
    const two = await twoOnAWay({ changes: holding });
    const start = dayFrom(30);
    const kindly = {
      code: "held",
      message: expect.stringContaining("talks with you first. Nothing is decided"),
    };
    const plan = () => planArc(two.ada, { type: two.guidance, start, zone }, now());
    await expect(plan()).rejects.toMatchObject(kindly);
    await expect(askForArc(two.ada, wishOn(two.guide, start), undefined, now())).rejects.toMatchObject(
      kindly,
    );
    await talked(two);
    expect((await plan()).gate.conditions.find(({ key }) => key === "flags")?.state).toBe("met");
    await askForArc(two.ada, wishOn(two.guide, start), undefined, now());
  });

  test("a day that was asked for is confirmed with a reason alone, which is written down", async () => {
    const two = await twoOnAWay({ changes: ["nothing"] });
    const { bookingId, arcId } = await askForArc(two.ada, wishOn(two.guide, dayFrom(30)), undefined, now());
    const journal = await aJournalShare(two.ada, two.coach, { isOpened: true });
    await aFlag({ of: two.ada, for: two.coach, share: journal, tier: "talk_first", holds: true });
    const forCoach = await findArc(two.coach, bookingId, "UTC", now());
    expect(forCoach?.gate?.conditions.find(({ key }) => key === "flags")).toMatchObject({
      state: "open",
      link: { href: `/coach/reflections/${journal}` },
    });
    const forAda = await findArc(two.ada, bookingId, "UTC", now());
    expect(forAda?.gate?.conditions.find(({ key }) => key === "flags")).toMatchObject({
      state: "open",
      link: null,
    });
    await expect(confirmRequest(two.coach, bookingId, now())).rejects.toMatchObject({
      code: "gate_open",
      offer: { open: expect.arrayContaining(["flags"]) },
    });
    await confirmRequest(two.coach, bookingId, now(), "We spoke by phone this morning.");
    expect(await overridesOf(arcId ?? "")).toEqual([expect.stringContaining("flags")]);
  });

  test("a coach books a day with a reason alone", async () => {
    const two = await twoOnAWay({ changes: holding });
    const [talk] = await asSystem("a test looks", (tx) =>
      tx.select({ journeyId: bookings.journeyId }).from(bookings).where(eq(bookings.id, two.talk)),
    );
    const input = {
      ...{ journeyId: talk?.journeyId ?? "", typeId: two.guidance, start: dayFrom(40) },
      ...{ mail: false, reason: undefined, despite: [] },
    };
    await expect(bookForClient(two.coach, input, undefined, now())).rejects.toMatchObject({
      offer: { open: expect.arrayContaining(["flags"]) },
    });
    const { bookingId } = await bookForClient(two.coach, { ...input, reason: "By phone." }, undefined, now());
    expect(await overridesOf(bookingId)).toEqual([expect.stringContaining("flags")]);
  });

  test("a day that is fixed stays, and both are told of the talk before it", async () => {
    const { coach, guidance, ada } = await twoOnAWay({ changes: ["nothing"] });
    const id = await aBooking({ for: ada, with: coach, type: guidance, start: dayFrom(20), minutes: 480 });
    const look = async () => {
      const [theirs, mine] = [await findBooking(coach, id), await findBooking(ada, id)];
      if (!theirs || !mine) throw new Error("It is gone");
      return [await findHoldBefore(coach, theirs, now()), await findHoldBefore(ada, mine, now())];
    };
    expect(await look()).toEqual([undefined, undefined]);
    const share = await aJournalShare(ada, coach, { isOpened: true });
    const flag = await aFlag({ of: ada, for: coach, share, tier: "talk_first", holds: true });
    expect(await look()).toMatchObject([{ shareId: share }, { shareId: share }]);
    expect((await findBooking(ada, id))?.status).toBe("confirmed");
    await settleFlag(coach, flag, { words: "We talked." }, now());
    expect(await look()).toEqual([undefined, undefined]);
  });

  test("another coach's day waits for nothing", async () => {
    const { ada, guide, share } = await twoOnAWay();
    const other = await aGuide();
    expect(await flagsOf(share)).not.toEqual([]);
    const isHeld = async ({ coach, guidance: type }: typeof guide, start: number) => {
      const id = await aBooking({ for: ada, with: coach, type, start, minutes: 480 });
      const booking = await findBooking(coach, id);
      return booking && (await findHoldBefore(coach, booking, now())) !== undefined;
    };
    expect([await isHeld(guide, dayFrom(20)), await isHeld(other, dayFrom(22))]).toEqual([true, false]);
  });
});
