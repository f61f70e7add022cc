import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog } from "#db/schema/index.ts";
import { removeDateOverride, saveDateOverride } from "#lib/availability/commands/date-overrides.ts";
import { saveWeeklyHours } from "#lib/availability/commands/save-weekly-hours.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-12-01T08:00:00Z");
const today = "2026-12-01";
// 3 December 2026 is a Thursday.
const thursday = "2026-12-03";

const auditOf = ({ id }: Coach) =>
  asSystem("a test looks", async (tx) =>
    (await tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.actorId, id))).map(
      ({ action }) => action,
    ),
  );

const startsOn = async (typeId: string, date: string, zone = "UTC") =>
  (await listFreeTimes({ typeId, from: date, days: 1, zone }, now)).days[0]?.starts.map((start) =>
    start.slice(11, 16),
  );

describe("a coach's week", () => {
  test("is replaced as a whole, with its zone, and visitors see it at once", async () => {
    const coach = await aCoach();
    const type = await aType(coach);
    const days = [
      {
        weekday: 4,
        hours: [
          { from: "09:00", to: "11:00" },
          { from: "14:00", to: "15:00" },
        ],
      },
    ];
    await saveWeeklyHours(coach, { zone: "Europe/Berlin", days });
    expect(await findAvailability(coach, today)).toMatchObject({
      zone: "Europe/Berlin",
      weeklyHours: [
        { weekday: 4, from: "09:00", to: "11:00" },
        { weekday: 4, from: "14:00", to: "15:00" },
      ],
    });
    expect(await startsOn(type, thursday)).toEqual(["08:00", "09:00", "13:00"]);
    expect(await startsOn(type, "2026-12-04")).toEqual([]);
    expect(await auditOf(coach)).toEqual(["availability.weekly_hours_saved"]);
  });

  test("has hours for some kinds only, and the others find them closed", async () => {
    const coach = await aCoach();
    const preparation = await aType(coach);
    const integration = await aType(coach, { kind: "integration", name: "Integration" });
    const hours = [
      { from: "09:00", to: "11:00", kinds: ["preparation" as const] },
      { from: "10:00", to: "12:00", kinds: ["integration" as const, "couple" as const] },
      { from: "14:00", to: "15:00" },
    ];
    await saveWeeklyHours(coach, { zone: "UTC", days: [{ weekday: 4, hours }] });
    expect((await findAvailability(coach, today))?.weeklyHours).toEqual(
      hours.map((range) => ({ weekday: 4, ...range })),
    );
    expect(await startsOn(preparation, thursday)).toEqual(["09:00", "10:00", "14:00"]);
    expect(await startsOn(integration, thursday)).toEqual(["10:00", "11:00", "14:00"]);
  });

  test("leaves booked sessions where they are when it closes", async () => {
    const coach = await aCoach();
    const type = await aType(coach);
    const start = Date.parse(`${thursday}T10:00:00Z`);
    await aBooking({ for: await aClient(), with: coach, type, start });
    await saveWeeklyHours(coach, { zone: "UTC", days: [] });
    const [count] = await asSystem("a test looks", (tx) => tx.execute("select count(*)::int from bookings"));
    expect(count).toEqual({ count: 1 });
    expect(await startsOn(type, thursday)).toEqual([]);
  });

  test("is refused beside the zone when that is none, and stays as it was", async () => {
    const coach = await aCoach({ hours: [{ weekday: 1, from: "10:00", to: "12:00" }] });
    await expect(saveWeeklyHours(coach, { zone: "Here/There", days: [] })).rejects.toMatchObject({
      field: "zone",
      status: 422,
      message: "Please choose a time zone from the list.",
    });
    expect((await findAvailability(coach, today))?.weeklyHours).toHaveLength(1);
  });

  test("saved from two browsers at once is one of the two, not both", async () => {
    const coach = await aCoach();
    const weeks = Array.from({ length: 8 }, (_, n) => [
      { weekday: 1, hours: [{ from: `0${n}:00`, to: `0${n}:30` }] },
    ]);
    await Promise.all(weeks.map((days) => saveWeeklyHours(coach, { zone: "UTC", days })));
    expect((await findAvailability(coach, today))?.weeklyHours).toHaveLength(1);
  });

  test("is one's own: another coach's stays untouched", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    await saveWeeklyHours(coach, { zone: "UTC", days: [] });
    expect((await findAvailability(other, today))?.weeklyHours).toHaveLength(7);
  });
});

describe("one date of a coach", () => {
  test("has hours of its own, is closed, and goes back to its weekday's", async () => {
    const coach = await aCoach({ hours: [{ weekday: 4, from: "09:00", to: "10:00" }] });
    const type = await aType(coach);
    await saveDateOverride(coach, { date: thursday, hours: [{ from: "20:00", to: "24:00" }] });
    expect(await startsOn(type, thursday)).toEqual(["20:00", "21:00", "22:00", "23:00"]);
    await saveDateOverride(coach, { date: thursday, hours: [] });
    expect(await startsOn(type, thursday)).toEqual([]);
    await removeDateOverride(coach, thursday);
    await removeDateOverride(coach, thursday);
    expect(await startsOn(type, thursday)).toEqual(["09:00"]);
    expect(await auditOf(coach)).toEqual([
      "availability.date_saved",
      "availability.date_saved",
      "availability.date_removed",
      "availability.date_removed",
    ]);
  });

  test("is open for one kind, and closed to the others", async () => {
    const coach = await aCoach();
    const preparation = await aType(coach);
    const integration = await aType(coach, { kind: "integration", name: "Integration" });
    const hours = [{ from: "09:00", to: "11:00", kinds: ["integration" as const] }];
    await saveDateOverride(coach, { date: thursday, hours });
    expect((await findAvailability(coach, today))?.dateOverrides).toEqual([{ date: thursday, hours }]);
    expect(await startsOn(integration, thursday)).toEqual(["09:00", "10:00"]);
    expect(await startsOn(preparation, thursday)).toEqual([]);
  });

  test("is not another coach's to remove", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    await saveDateOverride(coach, { date: thursday, hours: [] });
    await removeDateOverride(other, thursday);
    expect((await findAvailability(coach, today))?.dateOverrides).toEqual([{ date: thursday, hours: [] }]);
  });

  test("that is past does not stand on the coach's page", async () => {
    const coach = await aCoach();
    await saveDateOverride(coach, { date: "2026-11-30", hours: [] });
    expect((await findAvailability(coach, today))?.dateOverrides).toEqual([]);
  });
});
