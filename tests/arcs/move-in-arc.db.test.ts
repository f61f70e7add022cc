import { afterAll, describe, expect, test } from "vitest";
import { planMove } from "#lib/arcs/plan-move.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { moveForClient } from "#lib/bookings/commands/move-for-client.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, best, day, hour, linesOf, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const nextWeek = theDay + 7 * day;

describe("moving another session of an arc", () => {
  test("keeps it in its window", async () => {
    const { ada, idOf, arcId } = await anArc();
    const move = (start: number) => moveBooking(ada, idOf("after_week"), { start, zone }, now);
    await move(best.after_week + 2 * day);
    expect(await linesOf(arcId)).toContain("after_week confirmed 2027-01-24T09");
    await expect(move(best.after_week + 3 * day)).rejects.toMatchObject({
      code: "out_of_place",
      status: 422,
      field: "start",
      message:
        "The session after about a week is five to nine days later. Please choose another time for it.",
    });
  });

  test("offers times in its window when one has gone, also beyond how far ahead such sessions are booked", async () => {
    const { ada, idOf, coach, preparation, arcId } = await anArc();
    const gone = best.after_month + 2 * day;
    await aBooking({ for: await aClient(), with: coach, type: preparation, start: gone });
    await expect(moveBooking(ada, idOf("after_month"), { start: gone, zone }, now)).rejects.toMatchObject({
      code: "taken",
      offer: { nearest: [{}, {}, {}, {}] },
    });
    await moveBooking(ada, idOf("after_month"), { start: gone + hour, zone }, now);
    expect(await linesOf(arcId)).toContain("after_month confirmed 2027-02-16T10");
  });

  test("is free of the window once the day is off", async () => {
    const { ada, idOf, bookingId, arcId } = await anArc();
    await cancelBooking(ada, bookingId, now);
    await moveBooking(ada, idOf("preparation"), { start: now + 2 * day, zone }, now);
    expect(await linesOf(arcId)).toContain("preparation confirmed 2026-12-03T08");
  });
});

describe("a coach who moves the day", () => {
  const how = { mail: true, despite: [] as string[] };

  test("moves the others along too", async () => {
    const made = await anArc();
    const { others } = await planMove(made.coach, made.bookingId, { start: nextWeek, zone }, now);
    const moved = others
      .filter(({ fate }) => fate !== "stays")
      .map(({ bookingId, start }) => ({ bookingId, start: Date.parse(start ?? "") }));
    await moveForClient(made.coach, made.bookingId, { ...how, start: nextWeek, others: moved }, now);
    expect((await linesOf(made.arcId)).slice(1, 3)).toEqual([
      "guidance confirmed 2027-01-22T09",
      "after_days confirmed 2027-01-24T09",
    ]);
  });

  test("is told of the own rules, and may pass over them with the day itself", async () => {
    const made = await anArc({ steps: [] });
    const start = now + 5 * day;
    const move = (despite: string[]) =>
      moveForClient(made.coach, made.bookingId, { ...how, start, despite }, now);
    await expect(move([])).rejects.toMatchObject({ code: "outside_rules" });
    expect(await linesOf(made.arcId)).toEqual(["guidance confirmed 2027-01-15T09"]);
    await move(["notice"]);
    expect(await linesOf(made.arcId)).toEqual(["guidance confirmed 2026-12-06T08"]);
  });

  test("may not leave another session behind", async () => {
    const made = await anArc({ steps: ["after_days"] });
    await expect(
      moveForClient(made.coach, made.bookingId, { ...how, start: now + 5 * day, despite: ["notice"] }, now),
    ).rejects.toMatchObject({ code: "out_of_place", status: 422, field: "others" });
  });

  test("may not bring a session out of its place either", async () => {
    const made = await anArc();
    const start = best.after_week + 4 * day;
    await expect(
      moveForClient(made.coach, made.idOf("after_week"), { ...how, start }, now),
    ).rejects.toMatchObject({ code: "out_of_place" });
  });
});
