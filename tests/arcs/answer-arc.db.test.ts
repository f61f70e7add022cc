import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, bookingReasons, messages } from "#db/schema/index.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { markSession } from "#lib/bookings/commands/mark-session.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { openAnswer, openReason } from "#lib/bookings/sealed-words.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import {
  anArc,
  best,
  day,
  everyStep,
  hour,
  linesOf,
  now,
  sessionsOf,
  theDay,
  zone,
} from "#tests/arcs/a-practice.ts";
import { attendeesOf, lettersOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const all = (status: string, dates = ["01-08", "01-15", "01-17", "01-22", "01-29", "02-14"]) =>
  ["preparation", "guidance", "after_days", "after_week", "after_two_weeks", "after_month"].map(
    (step, index) => `${step} ${status} 2027-${dates[index]}T09`,
  );
const kindsOf = async (bookingId: string) => (await lettersOf(bookingId)).map(({ kind }) => kind);

describe("a coach who says yes", () => {
  test("says it to all of it, whichever session the page was of, with one letter", async () => {
    const { coach, arcId, bookingId, idOf, ada } = await anArc({ isAsked: true });
    await confirmRequest(coach, idOf("after_week"), now, "We talked at length.");
    expect(await linesOf(arcId)).toEqual(all("confirmed"));
    expect(await lettersOf(bookingId)).toEqual([
      { kind: "arc_requested", to: ada.id },
      { kind: "arc_confirmed", to: ada.id },
    ]);
    await confirmRequest(coach, bookingId, now);
    expect(await lettersOf(bookingId)).toHaveLength(2);
  });

  test("writes why while something is still open; the words are sealed, and the log has none", async () => {
    const { coach, arcId, bookingId } = await anArc({ isAsked: true });
    await expect(confirmRequest(coach, bookingId, now)).rejects.toMatchObject({
      code: "gate_open",
      status: 422,
      field: "reason",
      message:
        "Something is still open before this day. You can say yes all the same, with a few words on why. Only you can read them.",
      offer: { open: ["screening", "consent", "plan_for_the_day"] },
    });
    expect(await linesOf(arcId)).toEqual(all("requested"));
    await confirmRequest(coach, bookingId, now, "We went through it by phone.");
    const [reason] = await asSystem("a test looks", (tx) =>
      tx.select().from(bookingReasons).where(eq(bookingReasons.bookingId, bookingId)),
    );
    expect(reason).toMatchObject({ act: "gate_overridden", coachId: coach.id });
    expect(reason?.reason.includes("phone")).toBe(false);
    expect(openReason(reason?.id ?? "", reason?.reason ?? Buffer.alloc(0))).toBe(
      "We went through it by phone.",
    );
    const [line] = await asSystem("a test looks", (tx) =>
      tx
        .select({ meta: auditLog.meta, actor: auditLog.actorId })
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, arcId), eq(auditLog.action, "gate.overridden"))),
    );
    expect(line).toEqual({ actor: coach.id, meta: { open: "screening consent plan_for_the_day" } });
  });

  test("is told what else is open when no preparation was asked for", async () => {
    const { coach, bookingId } = await anArc({ isAsked: true, steps: ["after_week"] });
    await expect(confirmRequest(coach, bookingId, now)).rejects.toMatchObject({
      offer: { open: ["preparation", "spacing", "screening", "consent", "plan_for_the_day"] },
    });
  });

  test("cannot once the first of its times has come", async () => {
    const { coach, bookingId, arcId } = await anArc({ isAsked: true });
    for (const answer of [
      () => confirmRequest(coach, bookingId, best.preparation, "We talked."),
      () => declineRequest(coach, bookingId, "Not now.", best.preparation),
    ])
      await expect(answer()).rejects.toMatchObject({
        code: "past",
        message: "That time has passed. You can book another one together.",
      });
    expect(await linesOf(arcId)).toEqual(all("requested"));
  });
});

describe("a coach who says no", () => {
  test("says it to all of it; the sentence is sealed, and every time is free at once", async () => {
    const { coach, arcId, bookingId, idOf, preparation } = await anArc({ isAsked: true });
    await declineRequest(coach, idOf("preparation"), "Let us talk first.", now);
    expect(await linesOf(arcId)).toEqual(all("declined"));
    const { answerSealed } = await storedBooking(bookingId);
    expect(openAnswer(bookingId, answerSealed ?? Buffer.alloc(0))).toBe("Let us talk first.");
    expect(await kindsOf(bookingId)).toEqual(["arc_requested", "arc_declined"]);
    for (const step of everyStep)
      expect((await attendeesOf(idOf(step))).every(({ active }) => !active)).toBe(true);
    await aBooking({ for: await aClient(), with: coach, type: preparation, start: theDay });
  });

  test("cannot offer other times for a part of it, nor may the client move a part", async () => {
    const { coach, ada, arcId, idOf } = await anArc({ isAsked: true });
    const other = best.after_week + day;
    for (const change of [
      () => proposeTimes(coach, idOf("after_week"), { starts: [other] }, now),
      () => moveBooking(ada, idOf("after_week"), { start: other, zone, others: [] }, now),
      () => moveBooking(ada, idOf("guidance"), { start: theDay + day, zone, others: [] }, now),
    ])
      await expect(change()).rejects.toMatchObject({
        code: "asked_together",
        message:
          "These times were asked for together, so they are answered together. Until then none of them moves alone.",
      });
    expect(await linesOf(arcId)).toEqual(all("requested"));
  });
});

describe("what was asked for together", () => {
  test("is taken back together, also when a part is near", async () => {
    const { ada, arcId, bookingId, idOf } = await anArc({ isAsked: true });
    await cancelBooking(ada, idOf("after_month"), best.preparation - hour);
    expect(await linesOf(arcId)).toEqual(all("cancelled"));
    expect(await kindsOf(bookingId)).toEqual(["arc_requested", "arc_cancelled"]);
    await cancelBooking(ada, bookingId, best.preparation - hour);
    expect(await kindsOf(bookingId)).toHaveLength(2);
  });

  test("runs out together, with the first of its times", async () => {
    const { coach, arcId, bookingId } = await anArc({ isAsked: true });
    await expireRequests(best.preparation - 1);
    expect(await linesOf(arcId)).toEqual(all("requested"));
    expect(await expireRequests(best.preparation)).toBeGreaterThanOrEqual(6);
    expect(await linesOf(arcId)).toEqual(all("expired"));
    await expect(confirmRequest(coach, bookingId, best.preparation, "We talked.")).rejects.toMatchObject({
      code: "not_open",
    });
  });

  test("is nobody else's", async () => {
    const { arcId, bookingId } = await anArc({ isAsked: true });
    const [eve, stranger] = [await aClient({ name: "Eve" }), await aCoach()];
    for (const change of [
      () => confirmRequest(stranger, bookingId, now, "Yes."),
      () => declineRequest(stranger, bookingId, "No.", now),
      () => cancelBooking(eve, bookingId, now),
      () => cancelBooking(stranger, bookingId, now),
    ])
      await expect(change()).rejects.toMatchObject({ name: "NotFound" });
    expect(await linesOf(arcId)).toEqual(all("requested"));
  });

  test("ends in one way only when everything happens at once", async () => {
    for (let round = 0; round < 4; round++) {
      const { coach, ada, arcId, bookingId, idOf } = await anArc({ isAsked: true });
      const tries = await Promise.allSettled([
        confirmRequest(coach, bookingId, now, "We talked."),
        declineRequest(coach, idOf("preparation"), "Not now.", now),
        cancelBooking(ada, idOf("after_days"), now),
        expireRequests(best.preparation),
      ]);
      for (const one of tries)
        if (one.status === "rejected") expect(one.reason).toMatchObject({ name: "Refusal" });
      const states = new Set((await sessionsOf(arcId)).map(({ status }) => status));
      // A session that was confirmed first may be cancelled alone after that.
      if (states.has("confirmed"))
        expect([...states].every((one) => /confirmed|cancelled/.test(one))).toBe(true);
      else expect(states.size).toBe(1);
    }
  });
});

describe("once it is confirmed", () => {
  test("any other session is cancelled alone", async () => {
    const { ada, arcId, idOf } = await anArc();
    await cancelBooking(ada, idOf("after_week"), now);
    const expected = all("confirmed").map((line) =>
      line.startsWith("after_week") ? line.replace("confirmed", "cancelled") : line,
    );
    expect(await linesOf(arcId)).toEqual(expected);
    expect(await kindsOf(idOf("after_week"))).toEqual(["booking_cancelled"]);
  });

  test("the day takes with it what comes after, and leaves the preparation, up to its start", async () => {
    const { ada, arcId, bookingId } = await anArc();
    await cancelBooking(ada, bookingId, theDay - 1);
    expect(await linesOf(arcId)).toEqual([all("confirmed")[0], ...all("cancelled").slice(1)]);
    expect(await kindsOf(bookingId)).toEqual(["arc_requested", "arc_confirmed", "arc_cancelled"]);
    const sessions = await sessionsOf(arcId);
    expect(sessions.map(({ sequence }) => sequence)).toEqual([0, 1, 1, 1, 1, 1]);
    const letters = await asSystem("a test looks", (tx) =>
      tx.select().from(messages).where(eq(messages.kind, "booking_cancelled")),
    );
    expect(letters.filter(({ bookingId: of }) => sessions.some(({ id }) => id === of))).toEqual([]);
  });

  test("a day that was called off late takes with it what comes after", async () => {
    const { coach, arcId, bookingId } = await anArc();
    await markSession(coach, bookingId, { as: "late_cancelled", counts: true }, theDay + hour);
    expect(await linesOf(arcId)).toEqual([all("confirmed")[0], ...all("cancelled").slice(1)]);
    const late = (await Promise.all((await sessionsOf(arcId)).map(({ id }) => storedBooking(id)))).map(
      (row) => row.late,
    );
    expect(late).toEqual([false, true, false, false, false, false]);
  });

  test("the day stays when it has begun", async () => {
    const { ada, arcId, bookingId } = await anArc();
    await expect(cancelBooking(ada, bookingId, theDay)).rejects.toMatchObject({ code: "too_late" });
    expect(await linesOf(arcId)).toEqual(all("confirmed"));
  });

  test("another session is subject to its own cut-off", async () => {
    const { ada, arcId, idOf } = await anArc();
    const late = best.after_days - 12 * hour;
    await expect(cancelBooking(ada, idOf("after_days"), late)).rejects.toMatchObject({ code: "too_late" });
    expect(await linesOf(arcId)).toEqual(all("confirmed"));
  });
});
