import { afterAll, describe, expect, test } from "vitest";
import { planMove } from "#lib/arcs/plan-move.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, at, best, day, hour, iso, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

type Made = Awaited<ReturnType<typeof anArc>>;
const plan = ({ ada, bookingId }: Made, start: number, at = now) =>
  planMove(ada, bookingId, { start, zone }, at);
const fates = (made: Awaited<ReturnType<typeof plan>>) =>
  made.others.map(({ step, fate, start }) => `${step} ${fate} ${start?.slice(0, 13)}`);
const nextWeek = theDay + 7 * day;

describe("what moving the day means for the others", () => {
  test("where their time still fits, they stay", async () => {
    const made = await anArc();
    expect(fates(await plan(made, theDay + day))).toEqual([
      "preparation stays 2027-01-08T09",
      "after_days stays 2027-01-17T09",
      "after_week stays 2027-01-22T09",
      "after_two_weeks stays 2027-01-29T09",
      "after_month stays 2027-02-14T09",
    ]);
  });

  test("else they follow it, as many days on and at the same time of day", async () => {
    const made = await anArc();
    const moved = await plan(made, nextWeek);
    expect(fates(moved)).toEqual([
      "preparation stays 2027-01-08T09",
      "after_days moves 2027-01-24T09",
      "after_week moves 2027-01-29T09",
      "after_two_weeks moves 2027-02-05T09",
      "after_month moves 2027-02-21T09",
    ]);
    expect(moved).toMatchObject({ start: iso(nextWeek), was: iso(theDay), end: iso(nextWeek + 8 * hour) });
    const [, first] = moved.others;
    expect(first).toMatchObject({ name: "Integration", minutes: 60, was: iso(best.after_days) });
    expect(first?.times).toHaveLength(12);
    expect(first?.times).toContain(first?.start);
  });

  test("with no free time left, one is let go", async () => {
    const made = await anArc({ steps: ["after_days"] });
    const full = at("2027-01-23T00:00:00Z");
    await Promise.all(
      Array.from({ length: 6 }, async (_, part) =>
        aBooking({
          for: await aClient(),
          with: made.coach,
          type: made.integration,
          start: full + part * 12 * hour,
          minutes: 720,
        }),
      ),
    );
    // The day itself finds room, since what comes after is the coach's to fill.
    expect(fates(await plan(made, nextWeek))).toEqual(["after_days let_go undefined"]);
  });

  test("a session of an arc moves alone, within its window", async () => {
    const { ada, idOf, coach } = await anArc();
    const asked = { start: best.after_week + day, zone };
    for (const viewer of [ada, coach])
      expect(await planMove(viewer, idOf("after_week"), asked, now)).toMatchObject({
        window: { from: "2027-01-20T00:00:00.000Z", until: "2027-01-25T00:00:00.000Z" },
        others: [],
      });
  });

  test("any other session moves alone, to wherever it likes", async () => {
    const { ada, coach, preparation } = await anArc();
    const id = await aBooking({ for: ada, with: coach, type: preparation, start: now + 3 * day });
    expect(await planMove(ada, id, { start: now + 4 * day, zone }, now)).toMatchObject({
      window: null,
      others: [],
    });
  });

  test("is refused where the day itself is not free, with the nearest", async () => {
    const made = await anArc();
    await aBooking({
      for: await aClient(),
      with: made.coach,
      type: made.integration,
      start: nextWeek + hour,
    });
    await expect(plan(made, nextWeek)).rejects.toMatchObject({ code: "taken", status: 409, field: "start" });
  });

  test("is not asked while the whole is only asked for", async () => {
    const { ada, bookingId, idOf } = await anArc({ isAsked: true });
    for (const id of [bookingId, idOf("after_week")])
      await expect(planMove(ada, id, { start: nextWeek, zone }, now)).rejects.toMatchObject({
        code: "asked_together",
      });
  });

  test("is nobody else's business", async () => {
    const { bookingId } = await anArc();
    for (const viewer of [await aClient({ name: "Eve" }), await aCoach()])
      await expect(planMove(viewer, bookingId, { start: nextWeek, zone }, now)).rejects.toMatchObject({
        name: "NotFound",
      });
  });
});
