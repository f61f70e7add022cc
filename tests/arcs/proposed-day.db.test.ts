import { afterAll, describe, expect, test } from "vitest";
import { acceptProposal } from "#lib/bookings/commands/accept-proposal.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { findAnswer } from "#lib/bookings/request-queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, day, linesOf, now, sessionsOf, theDay } from "#tests/arcs/a-practice.ts";
import { lettersOf, storedBooking } from "#tests/bookings/look.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aTimeOff } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const later = theDay + 4 * day;
const sentence = "Would the Tuesday after suit you?";

async function anOffer() {
  const arc = await anArc({ isAsked: true });
  await proposeTimes(arc.coach, arc.bookingId, { starts: [later], sentence }, now);
  const { proposals } = await findAnswer(arc.ada, arc.bookingId, now);
  return { ...arc, proposal: proposals[0]?.id ?? "" };
}

describe("another day that the coach offers for what was asked for together", () => {
  test("is taken by one act, and the rest goes along in its order and distance", async () => {
    const { ada, arcId, bookingId, proposal } = await anOffer();
    expect(await acceptProposal(ada, bookingId, proposal, now)).toEqual({ status: "requested" });
    expect(await linesOf(arcId)).toEqual([
      "preparation requested 2027-01-08T09",
      "guidance requested 2027-01-19T09",
      "after_days requested 2027-01-21T09",
      "after_week requested 2027-01-26T09",
      "after_two_weeks requested 2027-02-02T09",
      "after_month requested 2027-02-14T09",
    ]);
    expect(await storedBooking(proposal)).toMatchObject({ status: "expired" });
  });

  test("is confirmed as a whole then, with the reason that the day needs", async () => {
    const { ada, coach, arcId, bookingId, proposal } = await anOffer();
    await acceptProposal(ada, bookingId, proposal, now);
    await expect(confirmRequest(coach, bookingId, now)).rejects.toMatchObject({ code: "gate_open" });
    await confirmRequest(coach, bookingId, now, "We talked.");
    expect((await sessionsOf(arcId)).every(({ status }) => status === "confirmed")).toBe(true);
    const kinds = (await lettersOf(bookingId)).map(({ kind }) => kind);
    expect(kinds).toEqual(["arc_requested", "times_proposed", "arc_confirmed"]);
  });

  test("lets go what finds no place, and nothing is left behind out of order", async () => {
    const { ada, arcId, bookingId, proposal, coach } = await anOffer();
    // All of the days on which the first session afterwards could be.
    for (const date of ["2027-01-20", "2027-01-21", "2027-01-22"]) await aTimeOff(coach, date);
    await acceptProposal(ada, bookingId, proposal, now);
    const lines = await linesOf(arcId);
    expect(lines).toContain("guidance requested 2027-01-19T09");
    expect(lines.find((line) => line.startsWith("after_days"))).toMatch(/^after_days cancelled /);
  });

  test("goes when the coach says yes or no to what was asked for", async () => {
    const yes = await anOffer();
    await confirmRequest(yes.coach, yes.bookingId, now, "We talked.");
    expect(await storedBooking(yes.proposal)).toMatchObject({ status: "expired" });
    const no = await anOffer();
    await declineRequest(no.coach, no.bookingId, "Not this month.", now);
    expect(await storedBooking(no.proposal)).toMatchObject({ status: "expired" });
  });

  test("is there for whoever asked, and for nobody else", async () => {
    const { arcId, bookingId, proposal } = await anOffer();
    const before = await linesOf(arcId);
    const foreign = acceptProposal(await aClient(), bookingId, proposal, now);
    await expect(foreign).rejects.toMatchObject({ name: "NotFound" });
    expect(await linesOf(arcId)).toEqual(before);
  });
});
