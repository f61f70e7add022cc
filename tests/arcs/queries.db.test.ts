import { afterAll, expect, test } from "vitest";
import { findArc } from "#lib/arcs/queries.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

test("a session's page shows all that belongs with it, to the client and to the coach", async () => {
  const { ada, coach, bookingId, idOf, arcId } = await anArc({ isAsked: true });
  for (const viewer of [ada, coach]) {
    const arc = await findArc(viewer, idOf("after_week"), zone, now);
    expect(arc).toMatchObject({ id: arcId, dayId: bookingId, isAsked: true });
    expect(arc?.sessions.map(({ label, status }) => `${label}: ${status}`)).toEqual([
      "Before the day: requested",
      "The day itself: requested",
      "One to three days after: requested",
      "About a week after: requested",
      "About two weeks after: requested",
      "About a month after: requested",
    ]);
    expect(arc?.gate?.mayConfirm).toBe(false);
  }
});

test("each reads the checklist in words of their own", async () => {
  const { ada, coach, bookingId } = await anArc();
  const read = async (viewer: typeof ada | typeof coach) =>
    (await findArc(viewer, bookingId, zone, now))?.gate?.conditions.map(
      ({ state, sentence }) => `${state}: ${sentence}`,
    );
  expect((await read(ada))?.slice(0, 3)).toEqual([
    "planned: Planned for Friday 8 January, 09:00, Lisbon time.",
    "planned: At least a day and at most 90 days will lie between your preparation and this day.",
    "open: Sergio asks these before a day is set.",
  ]);
  expect((await read(coach))?.slice(1, 3)).toEqual([
    "planned: At least a day and at most 90 days will lie between the preparation and this day.",
    "open: Ada has not shared these answers yet.",
  ]);
});

test("there is nothing to wait for once the day has begun, or is off", async () => {
  const { ada, bookingId, idOf } = await anArc();
  expect((await findArc(ada, bookingId, zone, theDay))?.gate).toBeNull();
  await cancelBooking(ada, bookingId, now);
  const arc = await findArc(ada, idOf("preparation"), zone, now);
  expect(arc).toMatchObject({ dayId: null, gate: null });
  expect(arc?.sessions).toHaveLength(6);
});

test("nobody else finds it, and a session alone has none", async () => {
  const { ada, coach, preparation, bookingId } = await anArc();
  for (const viewer of [await aClient({ name: "Eve" }), await aCoach()])
    expect(await findArc(viewer, bookingId, zone, now)).toBeUndefined();
  const alone = await aBooking({ for: ada, with: coach, type: preparation, start: now + 3_600_000 });
  expect(await findArc(ada, alone, zone, now)).toBeUndefined();
});
