import { expect, test } from "vitest";
import { saveTimeOff } from "#lib/availability/commands/time-off.ts";
import { previewClockChange } from "#lib/availability/preview.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-11-22T12:00:00Z");
const thursdays = { zone: "Europe/Lisbon", weekday: 4 };
const hours = [{ weekday: 4, from: "09:00", to: "11:00" }];

test("the coach looks months ahead, past notice, horizon and what is booked", async () => {
  const coach = await aCoach({ zone: "America/Chicago", hours });
  const type = await aType(coach, { horizonDays: 7, notice: 10_080, dailyLimit: 1 });
  const start = Date.parse("2027-03-11T15:00:00Z");
  await aBooking({ for: await aClient(), with: coach, type, start });
  const { step, parts } = await previewClockChange(coach, { type, ...thursdays }, now);
  expect(step).toBe(60);
  expect(parts[0]).toMatchObject({
    dates: ["2027-03-11"],
    ahead: 360,
    stretches: [{ from: "09:00", to: "11:00", starts: [start, start + 3_600_000] }],
  });
});

test("time off is closed there as it is for booking", async () => {
  const coach = await aCoach({ zone: "America/Chicago", hours });
  const type = await aType(coach);
  await saveTimeOff(coach, { id: null, fromDate: "2027-03-15", toDate: "2027-03-19" }, now);
  const { parts } = await previewClockChange(coach, { type, ...thursdays }, now);
  expect(
    parts.flatMap((part) => (part.part === "days" ? [[part.dates, part.stretches.length]] : [])),
  ).toEqual([
    [["2027-03-11"], 1],
    [["2027-03-18"], 0],
    [["2027-03-25"], 1],
    [["2027-04-01"], 1],
  ]);
});

test("another coach's kind is not there, and a zone that is none is refused", async () => {
  const [coach, other] = [await aCoach(), await aCoach()];
  const type = await aType(coach);
  await expect(previewClockChange(other, { type, ...thursdays }, now)).rejects.toMatchObject({
    name: "NotFound",
  });
  await expect(
    previewClockChange(coach, { type, zone: "Here/There", weekday: 4 }, now),
  ).rejects.toMatchObject({
    message: "We do not know that time zone. Please choose another.",
    field: "zone",
    status: 422,
  });
});
