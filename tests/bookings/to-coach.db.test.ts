import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { mailPreferences } from "#db/schema/index.ts";
import { planMove } from "#lib/arcs/plan-move.ts";
import { acceptProposal } from "#lib/bookings/commands/accept-proposal.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookForClient } from "#lib/bookings/commands/book-for-client.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking, cancelForClient } from "#lib/bookings/commands/cancel-booking.ts";
import { confirmHold } from "#lib/bookings/commands/confirm-hold.ts";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { moveForClient } from "#lib/bookings/commands/move-for-client.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { findAnswer } from "#lib/bookings/request-queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { claimMessage } from "#lib/mail/claim.ts";
import { anArc, best, theDay } from "#tests/arcs/a-practice.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { telling } from "#tests/emails/telling.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const now = at("2026-12-01T10:00:00Z");
const start = at("2026-12-03T10:00:00Z");
const zone = "Europe/Lisbon";

/** The letters to the coach, each of them discreet. */
async function desk(coach: Coach) {
  const letters = await openedLettersTo(coach);
  for (const { text, html, subject } of letters) expect(text + html + subject).not.toMatch(telling);
  return letters;
}
const kindsTo = async (coach: Coach) => (await desk(coach)).map(({ kind }) => kind);

async function aPractice(details: Parameters<typeof aType>[1] = {}, coachZone = "Europe/Lisbon") {
  const [ada, sol] = [
    await aClient({ name: "Ada Lovelace" }),
    await aCoach({ name: "Sol", zone: coachZone }),
  ];
  return { ada, sol, typeId: await aType(sol, { cutOff: 60, ...details }) };
}

describe("a coach hears that a client", () => {
  test("booked: by their first name, with the time on the coach's own clock and a way to the page", async () => {
    const { ada, sol, typeId } = await aPractice({}, "America/New_York");
    const { bookingId } = await bookSlot(ada, { typeId, start, zone }, undefined, now + 8 * hour);
    const [letter, ...others] = await desk(sol);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      kind: "coach_booked",
      subject: "A note from your portal",
      lane: "booking",
    });
    expect(letter?.text).toContain("Ada booked a time with you:\n\nThursday 3 December, 05:00 to 06:00");
    expect(letter?.text).toContain("New York time (America/New_York)");
    expect(letter?.text).toContain(`http://localhost:3000/coach/sessions/${bookingId}`);
    expect(letter?.text).not.toContain("Lovelace");
    expect(letter?.headers?.["List-Unsubscribe"]).toContain("/api/mail/off?t=");
  });

  test("booked for the first time, by confirming what was held", async () => {
    const { ada, sol, typeId } = await aPractice();
    const hold = await aHold({ email: ada.email, with: sol, type: typeId, start, until: now + hour });
    await confirmHold(ada, hold, now);
    expect(await kindsTo(sol)).toEqual(["coach_booked"]);
  });

  test("asks for a time, and until when it is kept", async () => {
    const { ada, sol, typeId } = await aPractice({ mode: "request" });
    await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
    const [letter] = await desk(sol);
    expect(letter?.kind).toBe("coach_requested");
    expect(letter?.text).toContain("Without an answer it is let go on Thursday 3 December, 10:00.");
  });

  test("takes one of the times that were offered", async () => {
    const { ada, sol, typeId } = await aPractice({ mode: "request" });
    const { bookingId: id } = await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
    await proposeTimes(sol, id, { starts: [start + day] }, now);
    const { proposals } = await findAnswer(ada, id, now);
    await acceptProposal(ada, id, proposals[0]?.id ?? "", now);
    const letters = await desk(sol);
    expect(letters.map(({ kind }) => kind)).toEqual(["coach_requested", "coach_booked"]);
    expect(letters[1]?.text).toContain("Friday 4 December, 10:00");
  });

  test("moved a session, from when to when", async () => {
    const { ada, sol, typeId } = await aPractice();
    const id = await aBooking({ for: ada, with: sol, type: typeId, start });
    await moveBooking(ada, id, { start: start + day, zone }, now);
    const [letter] = await desk(sol);
    expect(letter).toMatchObject({ kind: "coach_moved", forStart: start + day });
    expect(letter?.text).toContain("Friday 4 December, 10:00 to 11:00, before on Thursday 3 December, 10:00");
    expect(letter?.text).not.toContain("not fixed yet");
  });

  test("moved one of two, which has to be agreed on anew", async () => {
    const { sol, typeId } = await aPractice({ kind: "couple", mode: "request", openTo: "couples" });
    const [jo, ute] = [await aClient({ name: "Jo" }), await aClient({ name: "Ute" })];
    const id = await aBooking({ for: [jo, ute], with: sol, type: typeId, start });
    await moveBooking(jo, id, { start: start + day, zone }, now);
    const [letter, ...others] = await desk(sol);
    expect(others).toEqual([]);
    expect(letter?.text).toMatch(/^(Jo and Ute|Ute and Jo) moved a time with you/m);
    expect(letter?.text).toContain("It is not fixed yet. It is kept until you answer.");
    expect(letter?.forStart).toBeNull();
  });

  test("cancelled, or took back what was asked for", async () => {
    const { ada, sol, typeId } = await aPractice();
    await cancelBooking(ada, await aBooking({ for: ada, with: sol, type: typeId, start }), now);
    const asked = { for: ada, with: sol, type: typeId, start: start + day, status: "requested" as const };
    await cancelBooking(ada, await aBooking(asked), now);
    const letters = await desk(sol);
    expect(letters.map(({ kind }) => kind)).toEqual(["coach_cancelled", "coach_cancelled"]);
    expect(letters[0]?.text).toContain("Ada cancelled this time with you:");
    expect(letters[1]?.text).toContain("Ada had asked you for this time and took that back:");
  });

  test("says so once, however often the same click arrives", async () => {
    const { ada, sol, typeId } = await aPractice();
    const key = randomUUID();
    await Promise.all(Array.from({ length: 6 }, () => bookSlot(ada, { typeId, start, zone }, key, now)));
    expect(await kindsTo(sol)).toEqual(["coach_booked"]);
  });
});

describe("of what belongs together, a coach gets one letter", () => {
  test("when it is asked for, and when all of it is cancelled", async () => {
    const { ada, coach, bookingId } = await anArc();
    await cancelBooking(ada, bookingId, now);
    const letters = await desk(coach);
    expect(letters.map(({ kind }) => kind)).toEqual(["coach_requested", "coach_cancelled"]);
    expect(letters[0]?.text.match(/January|February/g)?.length).toBe(7);
    expect(letters[0]?.text).toContain("let go on Friday 8 January, 09:00");
    // The preparation stays.
    expect(letters[1]?.text).toContain("Ada cancelled these times with you:");
    expect(letters[1]?.text.match(/January|February/g)?.length).toBe(5);
  });

  test("when it is moved, with what is cancelled along", async () => {
    const { ada, coach, bookingId, idOf } = await anArc();
    const { others } = await planMove(ada, bookingId, { start: theDay + 7 * day, zone }, now);
    const chosen = others
      .filter(({ fate }) => fate === "moves")
      .map(({ bookingId: id, start: to }) => ({
        bookingId: id,
        start: id === idOf("after_month") ? null : at(to ?? ""),
      }));
    await moveBooking(ada, bookingId, { start: theDay + 7 * day, zone, others: chosen }, now);
    const letters = await desk(coach);
    expect(letters.map(({ kind }) => kind)).toEqual(["coach_requested", "coach_moved"]);
    expect(letters[1]?.text).toContain("before on Friday 15 January, 09:00");
    expect(letters[1]?.text).toContain("This is cancelled along with it:\n\nSunday 14 February");
  });

  test("when another day that was offered is taken, since it still waits for an answer", async () => {
    const { ada, coach, bookingId } = await anArc({ isAsked: true });
    await proposeTimes(coach, bookingId, { starts: [theDay + 3 * day] }, now);
    const { proposals } = await findAnswer(ada, bookingId, now);
    await acceptProposal(ada, bookingId, proposals[0]?.id ?? "", now);
    const letters = await desk(coach);
    expect(letters.map(({ kind }) => kind)).toEqual(["coach_requested", "coach_requested"]);
    expect(letters[1]?.text).toContain("Monday 18 January, 09:00 to 17:00");
  });
});

describe("a request that nobody answered", () => {
  test("is told to the client, who hears what to do, and to the coach", async () => {
    const { ada, sol, typeId } = await aPractice({ mode: "request" });
    await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
    await expireRequests(start);
    await expireRequests(start + hour);
    expect(await kindsTo(sol)).toEqual(["coach_requested", "coach_unanswered"]);
    const letters = await openedLettersTo(ada);
    expect(letters.map(({ kind }) => kind)).toEqual(["booking_requested", "request_unanswered"]);
    expect(letters[1]?.text).toContain("We are sorry about that.\n\nThursday 3 December, 10:00 to 11:00");
    expect(letters[1]?.text).toContain("Choose another time:\nhttp://localhost:3000/book");
    expect(letters[1]?.text).not.toMatch(telling);
  });

  test("for several times that belong together, in one letter to each", async () => {
    const { ada, coach } = await anArc({ isAsked: true });
    await expireRequests(best.preparation);
    expect(await kindsTo(coach)).toEqual(["coach_requested", "coach_unanswered"]);
    const letters = await openedLettersTo(ada);
    expect(letters.map(({ kind }) => kind)).toEqual(["arc_requested", "request_unanswered"]);
    expect(letters[1]?.text.match(/January|February/g)?.length).toBe(6);
  });
});

test("a coach hears nothing of what they did themselves", async () => {
  const { ada, sol, typeId } = await aPractice();
  const asked = { for: ada, with: sol, type: typeId, status: "requested" as const };
  await confirmRequest(sol, await aBooking({ ...asked, start }), now);
  await declineRequest(sol, await aBooking({ ...asked, start: start + day }), "Sorry.", now);
  const own = await aBooking({ for: ada, with: sol, type: typeId, start: start + 2 * day });
  await moveForClient(sol, own, { start: start + 3 * day, mail: true, despite: [] }, now);
  await cancelForClient(sol, own, { mail: true }, now);
  const { journeyId } = await storedBooking(own);
  const booked = { journeyId: journeyId ?? "", typeId, start: start + 5 * day, mail: true, despite: [] };
  await bookForClient(sol, booked, undefined, now);
  expect(await kindsTo(sol)).toEqual([]);
});

describe("in a coach's quiet hours", () => {
  const night = at("2026-12-02T23:00:00Z");

  async function bookedAtNight(begin: number, wishes: Partial<typeof mailPreferences.$inferInsert> = {}) {
    const { ada, sol, typeId } = await aPractice();
    await asSystem("a test chooses", (tx) =>
      tx.insert(mailPreferences).values({ userId: sol.id, updatedAt: now, ...wishes }),
    );
    const { bookingId } = await bookSlot(ada, { typeId, start: begin, zone }, undefined, night);
    return { ada, sol, bookingId };
  }
  const whenSent = async (coach: Coach) =>
    (await desk(coach)).map(({ notBefore }) => notBefore && new Date(notBefore).toISOString());

  test("it waits until they end, and the client's letter does not", async () => {
    const { ada, sol } = await bookedAtNight(start);
    expect(await whenSent(sol)).toEqual(["2026-12-03T09:00:00.000Z"]);
    expect((await openedLettersTo(ada)).map(({ notBefore }) => notBefore)).toEqual([null]);
  });

  test("it goes at once where the meeting begins before they end, or just then", async () => {
    for (const begin of [at("2026-12-03T07:00:00Z"), at("2026-12-03T09:00:00Z")])
      expect(await whenSent((await bookedAtNight(begin)).sol)).toEqual([null]);
  });

  test("what has moved or is off by the morning is not told as it was", async () => {
    const { ada, sol, bookingId } = await bookedAtNight(start + day);
    await moveBooking(ada, bookingId, { start: start + 2 * day, zone }, night + hour);
    const [booked, moved] = await desk(sol);
    const morning = at("2026-12-03T09:00:00Z");
    expect(await claimMessage(booked?.id ?? "", morning)).toMatchObject({ ended: "dropped" });
    expect(await claimMessage(moved?.id ?? "", morning)).toMatchObject({ kind: "coach_moved" });
  });

  test("whoever wants no such mail gets none, and the booking stands", async () => {
    const { sol, bookingId } = await bookedAtNight(start, { desk: false });
    expect(await kindsTo(sol)).toEqual([]);
    expect(await storedBooking(bookingId)).toMatchObject({ status: "confirmed" });
  });

  test("the subject names the day and hour for a coach who chose so", async () => {
    const { sol } = await bookedAtNight(start, { saysWhen: true });
    expect((await desk(sol))[0]?.subject).toBe("Thursday 3 December, 10:00");
  });
});
