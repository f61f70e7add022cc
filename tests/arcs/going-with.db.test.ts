import { afterAll, describe, expect, test } from "vitest";
import { goingWith } from "#lib/arcs/going-with.ts";
import { listArcSessions } from "#lib/arcs/queries.ts";
import { listConditions } from "#lib/guidance/queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, day, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

describe("what belongs together", () => {
  test("is listed for its client and its coach in the order of its times, from any of its sessions", async () => {
    const { ada, coach, idOf } = await anArc({ steps: ["preparation", "after_week"] });
    for (const viewer of [ada, coach])
      for (const step of ["guidance", "after_week"] as const)
        expect((await listArcSessions(viewer, idOf(step))).map((one) => one.step)).toEqual([
          "preparation",
          "guidance",
          "after_week",
        ]);
  });

  test("is nothing for anybody else, nor around a session that stands alone", async () => {
    const { ada, coach, integration, bookingId } = await anArc({ steps: [] });
    expect(await listArcSessions(await aClient(), bookingId)).toEqual([]);
    const alone = await aBooking({ with: coach, type: integration, start: theDay + 60 * day, for: ada });
    expect(await listArcSessions(ada, alone)).toEqual([]);
  });

  test("goes with a day that is off, but for the talk before it", async () => {
    const { ada, bookingId } = await anArc({ steps: ["preparation", "after_days", "after_week"] });
    const sessions = await listArcSessions(ada, bookingId);
    const ending = { id: bookingId, arcStep: "guidance", status: "confirmed" } as const;
    const stepsAt = (at: number) => goingWith(ending, sessions, at).map(({ step }) => step);
    expect(stepsAt(now)).toEqual(["after_days", "after_week"]);
    expect(stepsAt(theDay + 4 * day)).toEqual(["after_week"]);
  });
});

describe("what a day waits for, in the client's words", () => {
  test("counts the talk before it that was asked for along with it", async () => {
    const { ada, coach, arcId } = await anArc({ steps: ["preparation"], isAsked: true });
    const asked = { coachId: coach.id, coachName: "Sergio", zone };
    const statesOf = async (question: object) =>
      (await listConditions(ada, { ...asked, ...question }, now)).map(({ key, state }) => [key, state]);
    expect(await statesOf({ start: theDay, arcId })).toEqual([
      ["preparation", "planned"],
      ["spacing", "planned"],
      ["screening", "open"],
      ["flags", "met"],
      ["consent", "open"],
      ["plan_for_the_day", "open"],
    ]);
    expect(await statesOf({ start: theDay })).toContainEqual(["preparation", "open"]);
  });

  test("says nothing of distance before there is a day", async () => {
    const { ada, coach } = await anArc({ steps: ["preparation"] });
    const said = await listConditions(ada, { coachId: coach.id, coachName: "Sergio", zone }, now);
    expect(said.map(({ key }) => key)).not.toContain("spacing");
    expect(said[0]).toMatchObject({ key: "preparation", state: "planned" });
    expect(said[0]?.sentence).toContain("Lisbon time");
  });
});
