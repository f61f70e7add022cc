import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { agreeToMeeting } from "#lib/bookings/commands/agree-to-meeting.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { listToAnswer } from "#lib/bookings/request-queries.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const hour = 3_600_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const zone = "Europe/Lisbon";

test("a session of two waits for the word of the one who did not ask, until it is given", async () => {
  const [jo, ute, sol] = [await aClient(), await aClient(), await aCoach()];
  const typeId = await aType(sol, { kind: "couple", mode: "request", openTo: "couples" });
  await aBooking({ with: sol, type: typeId, start: now - 48 * hour, for: [jo, ute], status: "completed" });
  const { bookingId } = await bookSlot(jo, { typeId, start, zone }, randomUUID(), now);
  const asked = async () => ({
    jo: [...(await listToAnswer(jo, now))],
    ute: [...(await listToAnswer(ute, now))],
  });
  expect(await asked()).toEqual({ jo: [], ute: [[bookingId, "agreement"]] });
  await agreeToMeeting(ute, bookingId, now);
  expect(await asked()).toEqual({ jo: [], ute: [] });
});

test("times that are offered wait for whoever asked, as long as they are kept, and for nobody else", async () => {
  const [ada, bea, sol] = [await aClient(), await aClient(), await aCoach()];
  const typeId = await aType(sol, { mode: "request" });
  const { bookingId } = await bookSlot(ada, { typeId, start, zone }, randomUUID(), now);
  const { until } = await proposeTimes(sol, bookingId, { starts: [start + 3 * hour] }, now);
  expect([...(await listToAnswer(ada, now))]).toEqual([[bookingId, "offers"]]);
  expect([...(await listToAnswer(ada, Date.parse(until)))]).toEqual([]);
  expect([...(await listToAnswer(bea, now))]).toEqual([]);
});
