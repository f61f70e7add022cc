import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { acceptProposal } from "#lib/bookings/commands/accept-proposal.ts";
import { agreeToMeeting } from "#lib/bookings/commands/agree-to-meeting.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { findAnswer } from "#lib/bookings/request-queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { attendeesOf, auditOf, lettersOf, rowsOf, storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const zone = "Europe/Lisbon";

async function aRequest(details: Parameters<typeof aType>[1] = {}) {
  const [ada, sol] = [await aClient(), await aCoach()];
  const typeId = await aType(sol, { mode: "request", ...details });
  const { bookingId: id } = await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
  return { ada, sol, typeId, id };
}

const actionsOf = async (id: string) => (await auditOf(id)).map(({ action }) => action);
const kindsOf = async (id: string) => (await lettersOf(id)).map(({ kind }) => kind);
const proposalsFor = async (client: Client, id: string, at = now) =>
  (await findAnswer(client, id, at)).proposals;

describe("a time that is asked for", () => {
  test("is kept from then on, so that nobody else can have it", async () => {
    const { ada, typeId, id } = await aRequest();
    expect(await storedBooking(id)).toMatchObject({ status: "requested", during: { start } });
    expect(await attendeesOf(id)).toEqual([{ clientId: ada.id, active: true }]);
    expect(await kindsOf(id)).toEqual(["booking_requested"]);
    const other = bookSlot(await aClient(), { typeId, start, zone }, randomUUID(), now);
    await expect(other).rejects.toMatchObject({ code: "taken", status: 409 });
  });

  test("is asked for once, however often it is sent", async () => {
    const [ada, sol] = [await aClient(), await aCoach()];
    const typeId = await aType(sol, { mode: "request" });
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => bookSlot(ada, { typeId, start, zone }, key, now)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe("requested");
  });

  test("can be taken back by whoever asked", async () => {
    const { ada, id } = await aRequest();
    await cancelBooking(ada, id, now);
    expect(await storedBooking(id)).toMatchObject({ status: "cancelled" });
  });

  test("is let go when its time comes without an answer", async () => {
    const { ada, sol, id } = await aRequest();
    await proposeTimes(sol, id, { starts: [start + day] }, now);
    await expireRequests(start - 1);
    expect(await storedBooking(id)).toMatchObject({ status: "requested" });
    expect(await expireRequests(start)).toBeGreaterThan(0);
    expect(await storedBooking(id)).toMatchObject({ status: "expired" });
    expect(await attendeesOf(id)).toEqual([{ clientId: ada.id, active: false }]);
    expect((await actionsOf(id)).at(-1)).toBe("booking.expired");
    expect(await proposalsFor(ada, id)).toEqual([]);
    await expect(confirmRequest(sol, id, start)).rejects.toMatchObject({ code: "not_open" });
  });

  test("is never confirmed by the client who asked, whatever is sent to the database", async () => {
    const { ada, id } = await aRequest();
    const force = asViewer(ada, (tx) =>
      tx.update(bookings).set({ status: "confirmed" }).where(eq(bookings.id, id)),
    );
    await expect(force).rejects.toMatchObject({ code: "42501" });
    await asSystem("a twin without the guard", async (tx) => {
      await tx.execute(sql`alter table bookings disable trigger bookings_coach_decides`);
    });
    await asViewer(ada, (tx) => tx.update(bookings).set({ status: "confirmed" }).where(eq(bookings.id, id)));
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed" });
    await asSystem("the guard again", (tx) =>
      tx.execute(sql`alter table bookings enable trigger bookings_coach_decides`),
    );
  });
});

describe("the coach's answer", () => {
  test("yes: it is confirmed, with the calendar entry", async () => {
    const { sol, id } = await aRequest();
    await confirmRequest(sol, id, now);
    await confirmRequest(sol, id, now);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed", during: { start } });
    expect(await kindsOf(id)).toEqual(["booking_requested", "booking_confirmed"]);
    expect(await actionsOf(id)).toEqual(["booking.requested", "booking.confirmed"]);
  });

  test("no: the sentence is sealed, the client reads it, and the time is free", async () => {
    const { ada, sol, typeId, id } = await aRequest();
    await declineRequest(sol, id, "I am away that week. Would the next one do?", now);
    const row = await storedBooking(id);
    expect(row).toMatchObject({ status: "declined", declinedAt: now, declinedBy: sol.id });
    expect(row.answerSealed?.toString("utf8")).not.toContain("away");
    expect((await findAnswer(ada, id, now)).sentence).toBe("I am away that week. Would the next one do?");
    expect((await findAnswer(await aClient(), id, now)).sentence).toBeUndefined();
    expect(await attendeesOf(id)).toEqual([{ clientId: ada.id, active: false }]);
    const other = await bookSlot(await aClient(), { typeId, start, zone }, randomUUID(), now);
    expect(other.status).toBe("requested");
  });

  test("is one of the two, whichever comes first", async () => {
    const { sol, id } = await aRequest();
    const answers = await Promise.allSettled([
      confirmRequest(sol, id, now),
      declineRequest(sol, id, "Sorry.", now),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const late = answers.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(late.reason).toMatchObject({ code: "not_open", status: 409 });
  });

  test("is the coach's own: for another coach the request is not there", async () => {
    const { id } = await aRequest();
    const kim = await aCoach();
    const before = await rowsOf();
    await expect(confirmRequest(kim, id, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(declineRequest(kim, id, "No.", now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(proposeTimes(kim, id, { starts: [start + day] }, now)).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await rowsOf()).toEqual(before);
  });

  test("cannot be yes once its time has passed", async () => {
    const { sol, id } = await aRequest();
    await expect(confirmRequest(sol, id, start)).rejects.toMatchObject({ code: "past" });
  });
});

describe("other times that the coach proposes", () => {
  test("are kept, and the one that is taken is the client's by one act", async () => {
    const { ada, sol, typeId, id } = await aRequest();
    const starts = [start + day, start + day + 4 * hour];
    await proposeTimes(sol, id, { starts, sentence: "Would one of these do?" }, now);
    const kept = await proposalsFor(ada, id);
    expect(kept.map((one) => one.start)).toEqual(starts);
    const other = bookSlot(await aClient(), { typeId, start: start + day, zone }, randomUUID(), now);
    await expect(other).rejects.toMatchObject({ code: "taken" });

    const chosen = kept[1]?.id ?? "";
    expect(await acceptProposal(ada, id, chosen, now)).toEqual({ status: "confirmed" });
    expect(await acceptProposal(ada, id, chosen, now)).toEqual({ status: "confirmed" });
    expect(await storedBooking(id)).toMatchObject({
      status: "confirmed",
      during: { start: start + day + 4 * hour },
      icsSequence: 1,
    });
    expect(await kindsOf(id)).toEqual(["booking_requested", "times_proposed", "booking_confirmed"]);
    for (const free of [start, start + day]) {
      const again = await bookSlot(await aClient(), { typeId, start: free, zone }, randomUUID(), now);
      expect(again.status).toBe("requested");
    }
  });

  test("are kept for three days at most, and no longer than until they begin", async () => {
    const { ada, sol, id } = await aRequest();
    const { until } = await proposeTimes(sol, id, { starts: [start + 9 * day] }, now);
    expect(Date.parse(until)).toBe(now + 3 * day);
    const [kept] = await proposalsFor(ada, id);
    expect(await proposalsFor(ada, id, now + 3 * day)).toEqual([]);
    const late = acceptProposal(ada, id, kept?.id ?? "", now + 3 * day);
    await expect(late).rejects.toMatchObject({ status: 409 });
  });

  test("are replaced when the coach proposes again", async () => {
    const { ada, sol, id } = await aRequest();
    await proposeTimes(sol, id, { starts: [start + day] }, now);
    const [first] = await proposalsFor(ada, id);
    await proposeTimes(sol, id, { starts: [start + 2 * day] }, now);
    expect((await proposalsFor(ada, id)).map((one) => one.start)).toEqual([start + 2 * day]);
    await expect(acceptProposal(ada, id, first?.id ?? "", now)).rejects.toMatchObject({
      code: "proposal_over",
    });
  });

  test("are refused as a whole when one of them is taken or too near", async () => {
    const { sol, typeId, id } = await aRequest({ after: 30 });
    await aBooking({ for: await aClient(), with: sol, type: typeId, start: start + day });
    const before = await rowsOf();
    const taken = proposeTimes(sol, id, { starts: [start + 2 * day, start + day] }, now);
    await expect(taken).rejects.toMatchObject({ code: "taken", status: 409 });
    const near = proposeTimes(sol, id, { starts: [start + hour] }, now);
    await expect(near).rejects.toMatchObject({ code: "too_near" });
    expect(await rowsOf()).toEqual(before);
  });

  test("are for whoever asked: to anybody else they are not there", async () => {
    const { ada, sol, id } = await aRequest();
    await proposeTimes(sol, id, { starts: [start + day] }, now);
    const [kept] = await proposalsFor(ada, id);
    const eve = await aClient();
    await expect(acceptProposal(eve, id, kept?.id ?? "", now)).rejects.toMatchObject({ name: "NotFound" });
    expect(await proposalsFor(eve, id)).toEqual([]);
  });
});

describe("a session of two", () => {
  async function aCouple() {
    const [jo, ute, sol] = [await aClient(), await aClient(), await aCoach()];
    const typeId = await aType(sol, { kind: "couple", mode: "request", openTo: "couples" });
    await aBooking({ for: [jo, ute], with: sol, type: typeId, start: start - 40 * day, status: "completed" });
    return { jo, ute, sol, typeId };
  }

  test("is asked for by one, needs the other's word, and then the coach's", async () => {
    const { jo, ute, sol, typeId } = await aCouple();
    const { bookingId: id } = await bookSlot(jo, { typeId, start, zone }, randomUUID(), now);
    expect((await attendeesOf(id)).map(({ clientId }) => clientId).sort()).toEqual([jo.id, ute.id].sort());
    await expect(confirmRequest(sol, id, now)).rejects.toMatchObject({ code: "not_agreed" });
    await agreeToMeeting(ute, id, now);
    await confirmRequest(sol, id, now);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed" });
    expect((await lettersOf(id)).filter(({ kind }) => kind === "booking_confirmed")).toHaveLength(2);
  });

  test("is asked for by either of them", async () => {
    const { jo, ute, typeId } = await aCouple();
    for (const [n, one] of [jo, ute].entries()) {
      const { bookingId: id } = await bookSlot(one, { typeId, start: start + n * day, zone }, undefined, now);
      expect(await attendeesOf(id)).toHaveLength(2);
    }
  });

  test("cannot be asked for by who has another session then, nor while the other one has", async () => {
    const { jo, ute, typeId } = await aCouple();
    const kim = await aCoach();
    await aBooking({ for: jo, with: kim, type: await aType(kim), start });
    const before = await rowsOf();
    const ask = (one: typeof jo) => bookSlot(one, { typeId, start, zone }, undefined, now);
    await expect(ask(jo)).rejects.toMatchObject({ code: "clash" });
    await expect(ask(ute)).rejects.toMatchObject({ code: "taken" });
    expect(await rowsOf()).toEqual(before);
  });

  test("does not exist for somebody who is on no such journey", async () => {
    const { typeId } = await aCouple();
    const before = await rowsOf();
    const alone = bookSlot(await aClient(), { typeId, start, zone }, randomUUID(), now);
    await expect(alone).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
  });

  test("tells nobody what the other one's time is taken with", async () => {
    const { jo, ute, typeId } = await aCouple();
    const kim = await aCoach();
    await aBooking({ for: ute, with: kim, type: await aType(kim), start });
    const asked = bookSlot(jo, { typeId, start, zone }, randomUUID(), now);
    await expect(asked).rejects.toMatchObject({ code: "taken" });
  });

  test("is agreed on anew when a proposed time is taken by one of them", async () => {
    const { jo, ute, sol, typeId } = await aCouple();
    const { bookingId: id } = await bookSlot(jo, { typeId, start, zone }, randomUUID(), now);
    await agreeToMeeting(ute, id, now);
    await proposeTimes(sol, id, { starts: [start + day] }, now);
    const [kept] = await proposalsFor(ute, id);
    expect(await acceptProposal(ute, id, kept?.id ?? "", now)).toEqual({ status: "requested" });
    await expect(confirmRequest(sol, id, now)).rejects.toMatchObject({ code: "not_agreed" });
    await agreeToMeeting(jo, id, now);
    await confirmRequest(sol, id, now);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed", during: { start: start + day } });
  });
});
