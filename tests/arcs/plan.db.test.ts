import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { sessionTypes } from "#db/schema/index.ts";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { planArc } from "#lib/arcs/plan.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { aGuide, best, day, hour, iso, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { rowsOf } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const suggested = (plan: Awaited<ReturnType<typeof planArc>>) =>
  plan.steps.map((step) => `${step.step} ${step.suggested?.slice(0, 13)}`);

describe("a plan for a day of guidance", () => {
  test("has a window and times for each session, the best one suggested, and changes nothing", async () => {
    const { guidance, integration, preparation } = await aGuide();
    const ada = await aClient();
    const before = await rowsOf();
    const plan = await planArc(ada, { type: guidance, start: theDay, zone }, now);
    expect(plan.guidance).toEqual({
      typeId: guidance,
      name: "Guidance",
      minutes: 480,
      place: "By video",
      coachName: "Sergio",
      start: "2027-01-15T09:00:00.000Z",
      end: "2027-01-15T17:00:00.000Z",
    });
    expect(suggested(plan)).toEqual([
      "preparation 2027-01-08T09",
      "after_days 2027-01-17T09",
      "after_week 2027-01-22T09",
      "after_two_weeks 2027-01-29T09",
      "after_month 2027-02-14T09",
    ]);
    expect(plan.steps[0]?.typeId).toBe(preparation);
    expect(plan.steps[1]).toMatchObject({
      typeId: integration,
      from: "2027-01-16T00:00:00.000Z",
      until: "2027-01-19T00:00:00.000Z",
    });
    for (const { times, from, until, suggested: one } of plan.steps) {
      expect(times).toHaveLength(12);
      expect(times).toEqual(times.toSorted());
      expect(times).toContain(one);
      for (const time of times) expect(time >= from && time < until).toBe(true);
    }
    expect(await rowsOf()).toEqual(before);
  });

  test("can be asked for as it is suggested", async () => {
    const { guidance } = await aGuide();
    const ada = await aClient();
    const plan = await planArc(ada, { type: guidance, start: theDay, zone }, now);
    const steps = plan.steps.map(({ step, typeId, suggested }) => ({
      step,
      typeId,
      start: Date.parse(suggested ?? ""),
    }));
    const wish = { typeId: guidance, start: theDay, zone, law: true as const, steps };
    expect(await askForArc(ada, wish, randomUUID(), now)).toMatchObject({ status: "requested" });
  });

  test("says what is left and who acts next", async () => {
    const { guidance } = await aGuide();
    const plan = await planArc(await aClient(), { type: guidance, start: theDay, zone }, now);
    expect(plan.gate.wantsPreparation).toBe(true);
    expect(plan.gate.conditions.map(({ key, state, who }) => `${key} ${state} ${who}`)).toEqual([
      "preparation open client",
      "spacing open client",
      "screening open client",
      "flags met coach",
      "consent open client",
      "plan_for_the_day open client",
    ]);
    expect(plan.gate.conditions[2]).toMatchObject({
      label: "Questions about your health",
      sentence: "Sergio asks these before a day is set.",
    });
  });

  test.each([
    ["held", "completed", now - 30 * day],
    ["planned", "confirmed", best.preparation],
  ] as const)("offers no preparation where one is %s at the right distance", async (_, status, start) => {
    const { coach, preparation, guidance } = await aGuide();
    const ada = await aClient();
    await aBooking({ for: ada, with: coach, type: preparation, start, status });
    const plan = await planArc(ada, { type: guidance, start: theDay, zone }, now);
    expect(plan.gate.wantsPreparation).toBe(false);
    expect(plan.steps.map(({ step }) => step)).not.toContain("preparation");
  });

  test("offers one where the last was too long before, called off, only asked for, or somebody else's", async () => {
    const [{ coach, preparation, guidance }, elsewhere] = [await aGuide(), await aGuide()];
    const [ada, mio] = [await aClient(), await aClient()];
    const session = { for: ada, with: coach, type: preparation };
    await aBooking({ ...session, start: theDay - 92 * day, status: "completed" });
    await aBooking({ ...session, start: now + 2 * day, status: "cancelled" });
    await aBooking({ ...session, start: now - 3 * day, status: "no_show" });
    await aBooking({ ...session, start: now + 3 * day, for: mio });
    await aBooking({ ...session, start: now + 5 * day, status: "requested" });
    await aBooking({ ...session, start: now + 4 * day, with: elsewhere.coach, type: elsewhere.preparation });
    const plan = await planArc(ada, { type: guidance, start: theDay, zone }, now);
    expect(plan.gate.wantsPreparation).toBe(true);
    expect(plan.gate.conditions[0]).toMatchObject({ key: "preparation", state: "met" });
    expect(plan.gate.conditions[1]).toMatchObject({ key: "spacing", state: "open" });
  });

  test("keeps out of the way of what is booked, by others and by the client elsewhere", async () => {
    const [{ coach, integration, guidance }, elsewhere] = [await aGuide(), await aGuide()];
    const ada = await aClient();
    await aBooking({ for: await aClient(), with: coach, type: integration, start: best.after_days });
    await aBooking({ for: ada, with: elsewhere.coach, type: elsewhere.integration, start: best.after_week });
    const plan = await planArc(ada, { type: guidance, start: theDay, zone }, now);
    expect(suggested(plan).slice(1, 3)).toEqual(["after_days 2027-01-17T08", "after_week 2027-01-22T08"]);
    expect(plan.steps[2]?.times).not.toContain(iso(best.after_week));
  });

  test("suggests times that can be had together, within the coach's limits", async () => {
    const { coach, integration, guidance } = await aGuide();
    await asSystem("a test sets a limit", (tx) =>
      tx.update(sessionTypes).set({ weeklyLimit: 1 }).where(eq(sessionTypes.id, integration)),
    );
    // After the day come Saturday to Monday, and the Monday's week is full.
    await aBooking({
      for: await aClient(),
      with: coach,
      type: integration,
      start: theDay + 4 * day,
    });
    const plan = await planArc(await aClient(), { type: guidance, start: theDay, zone }, now);
    const times = plan.steps.find(({ step }) => step === "after_week")?.times ?? [];
    // Days 5 to 9 are a Wednesday to Sunday of that week: nothing is left.
    expect(times).toEqual([]);
    expect(suggested(plan).slice(1, 3)).toEqual(["after_days 2027-01-17T09", "after_week undefined"]);
  });

  test("leaves out what the coach does not offer", async () => {
    const { integration, guidance } = await aGuide();
    await asSystem("a test withdraws a kind", (tx) =>
      tx.update(sessionTypes).set({ offered: false }).where(eq(sessionTypes.id, integration)),
    );
    const plan = await planArc(await aClient(), { type: guidance, start: theDay, zone }, now);
    expect(plan.steps.map(({ step }) => step)).toEqual(["preparation"]);
  });

  test("is refused where the day cannot be had", async () => {
    const { coach, guidance, preparation } = await aGuide();
    const ada = await aClient();
    const ask = (type: string, start: number, where = zone) =>
      planArc(ada, { type, start, zone: where }, now);
    await aBooking({ for: await aClient(), with: coach, type: preparation, start: theDay + hour });
    await expect(ask(guidance, theDay)).rejects.toMatchObject({ code: "taken", status: 409, field: "start" });
    await expect(ask(guidance, now + day)).rejects.toMatchObject({ code: "taken" });
    await expect(ask(guidance, theDay, "Mars/Olympus")).rejects.toMatchObject({ field: "zone" });
    await expect(ask(preparation, theDay)).rejects.toMatchObject({ name: "NotFound" });
    await expect(ask(randomUUID(), theDay)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("is none while guidance is switched off", async () => {
    const { guidance } = await aGuide({ offered: false });
    await expect(
      planArc(await aClient(), { type: guidance, start: theDay, zone }, now),
    ).rejects.toMatchObject({ code: "not_offered", status: 409 });
  });
});
