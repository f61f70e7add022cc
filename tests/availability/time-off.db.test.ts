import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { removeTimeOff, saveTimeOff } from "#lib/availability/commands/time-off.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { listSessionsOn } from "#lib/bookings/sessions-on.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const hour = 3_600_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const days = { id: null, fromDate: "2026-12-03", toDate: "2026-12-05" };

const offOf = async (coach: Coach) => (await findAvailability(coach, "2026-12-01"))?.timeOff;
const openDates = async (typeId: string) => {
  const { days } = await listFreeTimes({ typeId, from: "2026-12-02", days: 5, zone: "UTC" }, now);
  return days.filter(({ starts }) => starts.length > 0).map(({ date }) => date);
};

describe("time off", () => {
  test("closes its days, moves, and opens them again", async () => {
    const coach = await aCoach();
    const type = await aType(coach);
    const id = await saveTimeOff(coach, days, now);
    expect(await offOf(coach)).toEqual([{ ...days, id }]);
    expect(await openDates(type)).toEqual(["2026-12-02", "2026-12-06"]);
    const later = { fromDate: "2026-12-05", toDate: "2026-12-06" };
    expect(await saveTimeOff(coach, { id, ...later }, now)).toBe(id);
    expect(await openDates(type)).toEqual(["2026-12-02", "2026-12-03", "2026-12-04"]);
    await removeTimeOff(coach, id);
    expect(await openDates(type)).toHaveLength(5);
  });

  test("sent twice, even at once, is one", async () => {
    const coach = await aCoach();
    const ids = await Promise.all([1, 2, 3, 4].map(() => saveTimeOff(coach, days, now)));
    expect(new Set(ids).size).toBe(1);
    expect(await offOf(coach)).toHaveLength(1);
  });

  test("of another coach, or of nobody, is not there", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    const id = await saveTimeOff(coach, days, now);
    const missing = { name: "NotFound" };
    await expect(saveTimeOff(other, { ...days, id, toDate: "2026-12-09" }, now)).rejects.toMatchObject(
      missing,
    );
    await expect(removeTimeOff(other, id)).rejects.toMatchObject(missing);
    await expect(saveTimeOff(coach, { ...days, id: randomUUID() }, now)).rejects.toMatchObject(missing);
    await expect(removeTimeOff(coach, randomUUID())).rejects.toMatchObject(missing);
    expect(await offOf(coach)).toEqual([{ ...days, id }]);
  });

  test("that has passed where the coach lives is refused, and today is not", async () => {
    // 23:00 of the evening before, there.
    const coach = await aCoach({ zone: "America/Anchorage" });
    const past = { id: null, fromDate: "2026-11-28", toDate: "2026-11-29" };
    await expect(saveTimeOff(coach, past, now)).rejects.toMatchObject({
      message: "These days have passed. Please choose others.",
      field: "toDate",
      status: 422,
    });
    await saveTimeOff(coach, { id: null, fromDate: "2026-11-28", toDate: "2026-11-30" }, now);
    expect(await offOf(coach)).toEqual([]);
  });
});

describe("the sessions that lie in some spans", () => {
  const at = (time: string) => Date.parse(`2026-12-${time}Z`);
  const span = (from: string, until: string) => ({ start: at(`${from}T00:00`), end: at(`${until}T00:00`) });

  test("are the coach's own, asked for or confirmed, that are still to come, each once", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    const [ada, jo] = [await aClient({ name: "Ada" }), await aClient({ name: "Jo" })];
    const type = await aType(coach);
    const book = (
      start: number,
      status: "confirmed" | "requested" | "cancelled" | "declined" = "confirmed",
    ) => aBooking({ for: ada, with: coach, type, start, status });
    await aBooking({ for: ada, with: other, type: await aType(other), start: at("03T11:00") });
    const [both, asked] = [
      await aBooking({ for: [jo, ada], with: coach, type, start: at("03T09:00") }),
      await book(at("05T23:30"), "requested"),
    ];
    await book(at("03T12:00"), "cancelled");
    await book(at("03T13:00"), "declined");
    await book(at("02T23:00"));
    await book(at("06T01:00"));
    const spans = [span("03", "06"), span("03", "04")];
    expect(await listSessionsOn(coach, spans, now)).toEqual([
      { id: both, during: { start: at("03T09:00"), end: at("03T10:00") }, names: ["Ada", "Jo"] },
      { id: asked, during: { start: at("05T23:30"), end: at("06T00:30") }, names: ["Ada"] },
    ]);
    expect(await listSessionsOn(coach, spans, at("03T10:00") - hour / 2)).toHaveLength(2);
    expect(await listSessionsOn(coach, spans, at("03T10:00"))).toHaveLength(1);
    expect(await listSessionsOn(coach, [], now)).toEqual([]);
  });
});
