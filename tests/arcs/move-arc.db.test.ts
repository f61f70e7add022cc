import { afterAll, describe, expect, test } from "vitest";
import { planMove } from "#lib/arcs/plan-move.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import {
  anArc,
  at,
  best,
  day,
  hour,
  linesOf,
  now,
  sessionsOf,
  theDay,
  zone,
} from "#tests/arcs/a-practice.ts";
import { auditOf, lettersOf, rowsOf } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

type Made = Awaited<ReturnType<typeof anArc>>;
const plan = ({ ada, bookingId }: Made, start: number, at = now) =>
  planMove(ada, bookingId, { start, zone }, at);
const asPlanned = (made: Awaited<ReturnType<typeof plan>>) =>
  made.others
    .filter(({ fate }) => fate !== "stays")
    .map(({ bookingId, start }) => ({ bookingId, start: start ? Date.parse(start) : null }));
/** What is there of it, whatever happened to whom. */
const stateOf = async (arcId: string) => ({ sessions: await sessionsOf(arcId), rows: await rowsOf() });
const nextWeek = theDay + 7 * day;

describe("moving the day of guidance", () => {
  test("moves the others as planned, in one letter, each the same entry with a higher number", async () => {
    const made = await anArc();
    const { ada, bookingId, arcId } = made;
    const others = asPlanned(await plan(made, nextWeek));
    await moveBooking(ada, bookingId, { start: nextWeek, zone, others }, now);
    expect(await linesOf(arcId)).toEqual([
      "preparation confirmed 2027-01-08T09",
      "guidance confirmed 2027-01-22T09",
      "after_days confirmed 2027-01-24T09",
      "after_week confirmed 2027-01-29T09",
      "after_two_weeks confirmed 2027-02-05T09",
      "after_month confirmed 2027-02-21T09",
    ]);
    const sessions = await sessionsOf(arcId);
    expect(sessions.map(({ sequence }) => sequence)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(sessions[1]?.movedFrom?.start).toBe(theDay);
    expect((await lettersOf(bookingId)).map(({ kind }) => kind)).toEqual([
      "arc_requested",
      "arc_confirmed",
      "arc_moved",
    ]);
    expect((await auditOf(sessions[2]?.id ?? "")).map(({ action }) => action).sort()).toEqual([
      "booking.confirmed",
      "booking.moved",
      "booking.requested",
    ]);
  });

  test("by less than a session's length goes where the old ones still stand", async () => {
    const made = await anArc();
    const start = theDay + hour;
    const others = asPlanned(await plan(made, start));
    const week = { bookingId: made.idOf("after_week"), start: best.after_week + hour };
    await moveBooking(made.ada, made.bookingId, { start, zone, others: [...others, week] }, now);
    expect((await linesOf(made.arcId)).slice(1, 4)).toEqual([
      "guidance confirmed 2027-01-15T10",
      "after_days confirmed 2027-01-17T09",
      "after_week confirmed 2027-01-22T10",
    ]);
  });

  test("takes other times than those proposed, and lets go of what the client leaves out", async () => {
    const made = await anArc();
    const others = asPlanned(await plan(made, nextWeek)).map((other) =>
      other.bookingId === made.idOf("after_month") ? { ...other, start: null } : other,
    );
    const first = others.find((other) => other.bookingId === made.idOf("after_days"));
    if (first) first.start = at("2027-01-25T15:00:00Z");
    await moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, now);
    const lines = await linesOf(made.arcId);
    expect(lines).toContain("after_days confirmed 2027-01-25T15");
    expect(lines).toContain("after_month cancelled 2027-02-14T09");
  });

  test("leaves none behind out of order: then nothing moves", async () => {
    const made = await anArc();
    const before = await stateOf(made.arcId);
    const all = asPlanned(await plan(made, nextWeek));
    for (const missing of all) {
      const others = all.filter((other) => other !== missing);
      await expect(
        moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, now),
      ).rejects.toMatchObject({
        code: "out_of_place",
        status: 422,
        field: "others",
        offer: { bookingId: missing.bookingId },
      });
    }
    expect(await stateOf(made.arcId)).toEqual(before);
  });

  test("moves nothing when one of the times has gone, and offers fresh ones", async () => {
    const made = await anArc();
    const others = asPlanned(await plan(made, nextWeek));
    await aBooking({
      for: await aClient(),
      with: made.coach,
      type: made.integration,
      start: at("2027-02-05T09:00:00Z"),
    });
    const before = await stateOf(made.arcId);
    const moved = moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, now);
    await expect(moved).rejects.toMatchObject({
      code: "taken",
      status: 409,
      field: "others",
      message: "One of these times has just gone. Nothing has been moved yet.",
    });
    const refusal = await moved.catch((error: unknown) => error as { offer: { others: unknown[] } });
    expect(refusal).toMatchObject({
      offer: { others: [{}, {}, {}, { step: "after_two_weeks", start: "2027-02-05T08:00:00.000Z" }, {}] },
    });
    expect(await stateOf(made.arcId)).toEqual(before);
  });

  test("moves nothing when the day has gone, or the client has another session then", async () => {
    const [made, elsewhere] = [await anArc(), await anArc()];
    const others = asPlanned(await plan(made, nextWeek));
    await aBooking({
      for: made.ada,
      with: elsewhere.coach,
      type: elsewhere.preparation,
      start: nextWeek + hour,
    });
    const before = await stateOf(made.arcId);
    const move = () => moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, now);
    await expect(move()).rejects.toMatchObject({ code: "clash" });
    await aBooking({
      for: await aClient(),
      with: made.coach,
      type: made.preparation,
      start: nextWeek + 2 * hour,
    });
    await expect(move()).rejects.toMatchObject({ code: "taken", field: "start" });
    expect((await stateOf(made.arcId)).sessions).toEqual(before.sessions);
  });

  test("does not leave behind what has taken place", async () => {
    const made = await anArc();
    const later = best.preparation + day;
    const farAway = best.preparation + 92 * day;
    for (const attempt of [
      () => plan(made, farAway, later),
      () => moveBooking(made.ada, made.bookingId, { start: farAway, zone, others: [] }, later),
    ])
      await expect(attempt()).rejects.toMatchObject({
        code: "out_of_place",
        field: "start",
        message:
          "One of your sessions has taken place already, and that day is too near to it or too far from it. Please choose another day.",
      });
    const others = asPlanned(await plan(made, nextWeek, later));
    expect(others.map(({ bookingId }) => bookingId)).not.toContain(made.idOf("preparation"));
    await moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, later);
  });

  test("may not lose the preparation that it needs", async () => {
    const made = await anArc({ steps: ["preparation"] });
    const before = await stateOf(made.arcId);
    const others = [{ bookingId: made.idOf("preparation"), start: null }];
    await expect(
      moveBooking(made.ada, made.bookingId, { start: nextWeek, zone, others }, now),
    ).rejects.toMatchObject({ code: "spacing", status: 422, field: "start" });
    expect(await stateOf(made.arcId)).toEqual(before);
  });

  test("is refused when the page was old: another's session, one that is off, or one that has begun", async () => {
    const [made, other] = [await anArc(), await anArc()];
    await cancelBooking(made.ada, made.idOf("after_month"), now);
    for (const bookingId of [other.idOf("after_week"), made.idOf("after_month"), made.bookingId])
      await expect(
        moveBooking(
          made.ada,
          made.bookingId,
          { start: theDay + day, zone, others: [{ bookingId, start: best.after_week }] },
          now,
        ),
      ).rejects.toMatchObject({
        code: "stale",
        status: 409,
        message:
          "Your sessions have changed since this page was opened. Please reload it and look once more.",
      });
  });

  test("is the client's up to its start, and nobody else's", async () => {
    const made = await anArc({ steps: [] });
    const move = (viewer = made.ada, at = now) =>
      moveBooking(viewer, made.bookingId, { start: theDay + 14 * day, zone }, at);
    await expect(move(await aClient({ name: "Eve" }))).rejects.toMatchObject({ name: "NotFound" });
    await expect(move(made.ada, theDay)).rejects.toMatchObject({ code: "too_late" });
    await move(made.ada, theDay - 1);
    expect(await linesOf(made.arcId)).toEqual(["guidance confirmed 2027-01-29T09"]);
  });

  test("twice at once ends in one of the two, whole", async () => {
    const made = await anArc();
    const [one, two] = [await plan(made, nextWeek), await plan(made, nextWeek + day)];
    const tries = await Promise.allSettled(
      [one, two].map((to) =>
        moveBooking(
          made.ada,
          made.bookingId,
          { start: Date.parse(to.start), zone, others: asPlanned(to) },
          now,
        ),
      ),
    );
    expect(tries.some(({ status }) => status === "fulfilled")).toBe(true);
    const lines = await linesOf(made.arcId);
    const dayOf = lines[1]?.slice(-13);
    const last = [one, two].find((to) => to.start.startsWith(dayOf ?? "never"));
    const moved = last?.others.find(({ step }) => step === "after_days")?.start?.slice(0, 13);
    expect(lines).toContain(`after_days confirmed ${moved}`);
  });
});
