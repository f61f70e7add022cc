import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { arcs, auditLog, sessionTypes } from "#db/schema/index.ts";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import {
  aGuide,
  at,
  aWish,
  best,
  day,
  hour,
  linesOf,
  minute,
  now,
  sessionsOf,
  theDay,
  zone,
} from "#tests/arcs/a-practice.ts";
import { attendeesOf, lettersOf, rowsOf } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const counted = async () => ({
  ...(await rowsOf()),
  arcs: await asSystem("a test counts", (tx) => tx.$count(arcs)),
});

describe("a client who asks for a day of guidance", () => {
  test("has all the times kept from then on, with one letter and a line each in the audit log", async () => {
    const practice = await aGuide();
    const ada = await aClient();
    const { status, bookingId, arcId } = await askForArc(ada, aWish(practice), randomUUID(), now);
    expect(status).toBe("requested");
    expect(await linesOf(arcId ?? "")).toEqual([
      "preparation requested 2027-01-08T09",
      "guidance requested 2027-01-15T09",
      "after_days requested 2027-01-17T09",
      "after_week requested 2027-01-22T09",
      "after_two_weeks requested 2027-01-29T09",
      "after_month requested 2027-02-14T09",
    ]);
    const sessions = await sessionsOf(arcId ?? "");
    expect(sessions.find(({ step }) => step === "guidance")?.id).toBe(bookingId);
    for (const { id } of sessions)
      expect(await attendeesOf(id)).toEqual([{ clientId: ada.id, active: true }]);
    expect(await lettersOf(bookingId)).toEqual([{ kind: "arc_requested", to: ada.id }]);
    const lines = await asSystem("a test looks", (tx) =>
      tx
        .select({ action: auditLog.action, actor: auditLog.actorId, meta: auditLog.meta })
        .from(auditLog)
        .where(inArray(auditLog.subjectId, [...sessions.map(({ id }) => id), arcId ?? ""]))
        .orderBy(auditLog.seq),
    );
    expect(lines).toEqual([
      ...sessions.map(({ during }) => ({
        action: "booking.requested",
        actor: ada.id,
        meta: { arc: arcId, start: during.start },
      })),
      { action: "law.understood", actor: ada.id, meta: {} },
    ]);
  });

  test("may ask for the day alone, as a new client too", async () => {
    const practice = await aGuide();
    const { arcId } = await askForArc(await aClient(), aWish(practice, []), undefined, now);
    expect(await linesOf(arcId ?? "")).toEqual(["guidance requested 2027-01-15T09"]);
  });

  test("may have a session beyond how far ahead such sessions are booked alone", async () => {
    const practice = await aGuide();
    const { arcId } = await askForArc(await aClient(), aWish(practice, ["after_month"]), undefined, now);
    expect(best.after_month - now).toBeGreaterThan(60 * day);
    expect(await linesOf(arcId ?? "")).toHaveLength(2);
  });

  test("asks once, however often the same click arrives", async () => {
    const practice = await aGuide();
    const [ada, key] = [await aClient(), randomUUID()];
    const clicks = await Promise.all(
      Array.from({ length: 6 }, () => askForArc(ada, aWish(practice), key, now)),
    );
    expect(new Set(clicks.map(({ bookingId, arcId }) => `${bookingId} ${arcId}`)).size).toBe(1);
    expect(await sessionsOf(clicks[0]?.arcId ?? "")).toHaveLength(6);
    await expect(askForArc(ada, aWish(practice, []), key, now)).rejects.toMatchObject({ code: "key_reused" });
  });
});

describe("a plan that cannot be had", () => {
  const refused = async (
    practice: Awaited<ReturnType<typeof aGuide>>,
    wish: ReturnType<typeof aWish>,
    refusal: object,
    client = aClient(),
  ) => {
    const ada = await client;
    const before = await counted();
    await expect(askForArc(ada, wish, randomUUID(), now)).rejects.toMatchObject(refusal);
    expect(await counted(), "what was written").toEqual(before);
    expect(practice.coach.name).toBe("Sergio");
  };

  test.each([
    [
      "preparation",
      theDay - day - hour + minute,
      "Preparation is from 90 days to a full day before the day itself.",
    ],
    ["after_days", at("2027-01-15T23:00:00Z"), "The first session afterwards is one to three days later."],
    ["after_week", at("2027-01-19T23:00:00Z"), "The session after about a week is five to nine days later."],
    [
      "after_two_weeks",
      at("2027-02-01T00:00:00Z"),
      "The session after about two weeks is 12 to 16 days later.",
    ],
    ["after_month", at("2027-02-19T00:00:00Z"), "The session after about a month is 26 to 34 days later."],
  ] as const)("since %s would be out of its place", async (step, start, sentence) => {
    const practice = await aGuide();
    await refused(practice, aWish(practice, [step], { [step]: start }), {
      code: "out_of_place",
      status: 422,
      field: "steps",
      message: `${sentence} Please choose another time for it.`,
    });
  });

  test("since the day itself has gone: the nearest days are offered", async () => {
    const practice = await aGuide();
    await aBooking({
      for: await aClient(),
      with: practice.coach,
      type: practice.preparation,
      start: theDay + hour,
    });
    await refused(practice, aWish(practice), { code: "taken", status: 409, field: "start" });
  });

  test("since another of its times has gone: fresh ones are offered for that one", async () => {
    const practice = await aGuide();
    await aHold({
      email: "x@example.org",
      until: now + hour,
      with: practice.coach,
      type: practice.integration,
      start: best.after_week,
    });
    await refused(practice, aWish(practice), {
      name: "Refusal",
      code: "taken",
      status: 409,
      field: "steps",
      message: "One of these times has just gone. Everything else you chose is still here.",
      offer: { steps: [{ step: "after_week", suggested: "2027-01-22T08:00:00.000Z" }] },
    });
  });

  test("since the client has another session then, with whomever", async () => {
    const [practice, elsewhere] = [await aGuide(), await aGuide()];
    const ada = await aClient();
    const earlier = { start: now - 7 * day, status: "completed" as const };
    await aBooking({ for: ada, with: practice.coach, type: practice.integration, ...earlier });
    await aBooking({ for: ada, with: elsewhere.coach, type: elsewhere.preparation, start: best.after_days });
    await refused(
      practice,
      aWish(practice),
      { code: "taken", field: "steps", offer: { steps: [{ step: "after_days" }] } },
      Promise.resolve(ada),
    );
  });

  test("since two of its times together pass a limit of the coach's", async () => {
    const practice = await aGuide();
    await asSystem("a test sets a limit", (tx) =>
      tx.update(sessionTypes).set({ dailyLimit: 1 }).where(eq(sessionTypes.id, practice.integration)),
    );
    await aBooking({
      for: await aClient(),
      with: practice.coach,
      type: practice.integration,
      start: best.after_days + 3 * hour,
    });
    await refused(practice, aWish(practice), { code: "taken", offer: { steps: [{ step: "after_days" }] } });
  });

  test("since a kind of session has changed meanwhile", async () => {
    const [practice, elsewhere] = [await aGuide(), await aGuide()];
    const stale = {
      code: "stale_kind",
      status: 422,
      message: "One of these sessions has changed since. Please reload the page and choose again.",
    };
    for (const typeId of [elsewhere.integration, practice.preparation, randomUUID()]) {
      const wish = aWish(practice, ["after_week"]);
      await refused(practice, { ...wish, steps: wish.steps.map((step) => ({ ...step, typeId })) }, stale);
    }
  });

  test("since the coach takes no such requests at the moment", async () => {
    const practice = await aGuide({ offered: false });
    await refused(practice, aWish(practice), {
      code: "not_offered",
      status: 409,
      message: "Sergio takes no requests for this at the moment. What is booked stays as it is.",
    });
  });

  test("since it is no day of guidance, or nothing at all", async () => {
    const practice = await aGuide();
    for (const typeId of [practice.preparation, randomUUID()])
      await refused(practice, { ...aWish(practice, []), typeId }, { name: "NotFound" });
  });

  test("since the zone is none", async () => {
    const practice = await aGuide();
    await refused(practice, { ...aWish(practice), zone: "Mars/Olympus" }, { field: "zone", status: 422 });
  });

  test("too soon, too far ahead, or between the steps", async () => {
    const practice = await aGuide();
    for (const start of [now + 6 * day + hour, theDay + minute, now + 91 * day])
      await refused(practice, aWish(practice, [], { guidance: start }), { code: "taken" });
  });
});

describe("when several want the same times at once", () => {
  test("one plan is kept whole, the others not at all", async () => {
    const practice = await aGuide();
    const people = await Promise.all(Array.from({ length: 3 }, () => aClient()));
    // They meet in one session only, and each in another than the next.
    const wishes = people.map((_, index) =>
      aWish(practice, ["preparation", "after_week"], {
        guidance: theDay + index * 24 * hour,
        preparation: theDay - 7 * day,
        after_week: theDay + 7 * day + index * hour,
      }),
    );
    const tries = await Promise.allSettled(
      people.map((person, index) => askForArc(person, wishes[index] as never, randomUUID(), now)),
    );
    const won = tries.filter((one) => one.status === "fulfilled");
    expect(won).toHaveLength(1);
    expect(tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual([
      "taken",
      "taken",
    ]);
    expect(await sessionsOf(won[0]?.value.arcId ?? "")).toHaveLength(3);
    expect(
      await asSystem("a test counts", (tx) => tx.$count(arcs, eq(arcs.coachId, practice.coach.id))),
    ).toBe(1);
  });

  test("a plan against single bookings is kept whole or not at all", async () => {
    for (let round = 0; round < 4; round++) {
      const practice = await aGuide();
      const single = { typeId: practice.integration, start: theDay + 2 * day, zone };
      const tries = await Promise.allSettled([
        askForArc(await aClient(), aWish(practice), randomUUID(), now),
        bookSlot(await aClient(), single, randomUUID(), now),
        bookSlot(await aClient(), { ...single, start: theDay + 7 * day }, randomUUID(), now),
      ]);
      const made = await asSystem("a test counts", (tx) =>
        tx.$count(arcs, eq(arcs.coachId, practice.coach.id)),
      );
      expect(made).toBe(tries[0]?.status === "fulfilled" ? 1 : 0);
      for (const one of tries)
        if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "taken" });
      expect(tries.some(({ status }) => status === "fulfilled")).toBe(true);
    }
  });
});
