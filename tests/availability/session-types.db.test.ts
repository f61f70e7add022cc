import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { auditLog, meetingLinks, sessionTypes } from "#db/schema/index.ts";
import { saveSessionType } from "#lib/availability/commands/save-session-type.ts";
import { listOfferedTypes } from "#lib/availability/offered-types.ts";
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
const nine = Date.parse(`${thursday}T09:00:00Z`);

const rules = {
  name: "Getting ready",
  summary: "Before.",
  place: "By video",
  link: "https://meet.example.org/sol",
  minutes: 90,
  before: 15,
  after: 30,
  step: 30,
  noticeHours: 1.5,
  horizonDays: 3,
  cutOffHours: 0.5,
  dailyLimit: 1,
  weeklyLimit: null,
  nextDayLimit: 2,
  mode: "request" as const,
  offered: true,
};

const typesOf = async (coach: Coach) => (await findAvailability(coach, today))?.types ?? [];
const startsOn = async (typeId: string, date: string) =>
  (await listFreeTimes({ typeId, from: date, days: 1, zone: "UTC" }, now)).days[0]?.starts.map((start) =>
    start.slice(11, 16),
  );

describe("a kind of session", () => {
  test("takes new rules, and what can be booked follows", async () => {
    const coach = await aCoach({ hours: [{ weekday: 4, from: "09:00", to: "12:00" }] });
    const typeId = await aType(coach);
    await saveSessionType(coach, { typeId, ...rules });
    const { noticeHours, cutOffHours, ...same } = rules;
    expect(await typesOf(coach)).toMatchObject([{ id: typeId, notice: 90, cutOff: 30, ...same }]);
    expect(await startsOn(typeId, thursday)).toEqual(["09:00", "09:30", "10:00", "10:30"]);
    expect(await startsOn(typeId, "2026-12-10")).toEqual([]);
    const [written] = await asSystem("a test looks", (tx) =>
      tx
        .select({ action: auditLog.action, meta: auditLog.meta })
        .from(auditLog)
        .where(eq(auditLog.actorId, coach.id)),
    );
    expect(written).toEqual({ action: "availability.session_type_saved", meta: {} });
  });

  test("is booked no more often in a day than it may, from then on", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach);
    const booking = await aBooking({ for: await aClient(), with: coach, type: typeId, start: nine });
    await saveSessionType(coach, { typeId, ...rules, before: 0, after: 0 });
    expect(await startsOn(typeId, thursday)).toEqual([]);
    await saveSessionType(coach, { typeId, ...rules, before: 0, after: 0, dailyLimit: 2 });
    expect(await startsOn(typeId, thursday)).toContain("10:00");
    const [kept] = await asSystem("a test looks", (tx) =>
      tx.execute(`select upper(during) - lower(during) as length from bookings where id = '${booking}'`),
    );
    expect(kept).toEqual({ length: "01:00:00" });
  });

  test("of another coach is not there, nor is its link", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    const typeId = await aType(coach);
    await expect(saveSessionType(other, { typeId, ...rules })).rejects.toMatchObject({ name: "NotFound" });
    const [kept] = await asSystem("a test looks", (tx) =>
      tx.select({ minutes: sessionTypes.minutes }).from(sessionTypes).where(eq(sessionTypes.id, typeId)),
    );
    expect(kept).toEqual({ minutes: 60 });
    expect(await typesOf(coach)).toMatchObject([{ link: null }]);
  });

  test("of guidance is never booked at once, and stays as it was", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach, { kind: "guidance", name: "Guidance", mode: "request" });
    await expect(saveSessionType(coach, { typeId, ...rules, mode: "instant" })).rejects.toMatchObject({
      message: "Guidance is asked for and agreed on together. It cannot be booked at once.",
      field: "mode",
      status: 422,
    });
    expect(await typesOf(coach)).toMatchObject([
      { name: "Guidance", mode: "request", minutes: 60, link: null },
    ]);
  });

  test("that is switched off is neither listed nor free for visitors", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach);
    await saveSessionType(coach, { typeId, ...rules, offered: false });
    expect((await listOfferedTypes(undefined)).filter(({ coachId }) => coachId === coach.id)).toEqual([]);
    await expect(startsOn(typeId, thursday)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("is listed for visitors while it is offered, in the coach's order", async () => {
    const coach = await aCoach({ name: "Sol" });
    await aType(coach, { kind: "integration", name: "Integration", position: 1 });
    await aType(coach, { kind: "preparation", name: "Preparation", position: 0 });
    await aType(coach, { kind: "mentorship", name: "Mentoring", offered: false });
    const mine = (await listOfferedTypes(undefined)).filter(({ coachId }) => coachId === coach.id);
    expect(mine.map(({ name, coachName }) => [name, coachName])).toEqual([
      ["Preparation", "Sol"],
      ["Integration", "Sol"],
    ]);
  });
});

describe("the link of a kind", () => {
  test("is seen by its coach and by who has a session of it, and by nobody else", async () => {
    const [coach, other] = [await aCoach(), await aCoach()];
    const [ada, eve] = [await aClient(), await aClient()];
    const typeId = await aType(coach);
    await saveSessionType(coach, { typeId, ...rules });
    await aBooking({ for: ada, with: coach, type: typeId, start: nine });
    const look = (tx: Tx) =>
      tx.select({ link: meetingLinks.link }).from(meetingLinks).where(eq(meetingLinks.typeId, typeId));
    const seen = await Promise.all([coach, ada, eve, other].map((person) => asViewer(person, look)));
    expect(seen.map(([row]) => row?.link)).toEqual([rules.link, rules.link, undefined, undefined]);
  });

  test("is changed, and taken away by an empty one", async () => {
    const coach = await aCoach();
    const typeId = await aType(coach);
    for (const link of [rules.link, "https://meet.example.org/other", ""]) {
      await saveSessionType(coach, { typeId, ...rules, link });
      expect(await typesOf(coach)).toMatchObject([{ link: link || null }]);
    }
  });
});
