import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { mailPreferences, users } from "#db/schema/index.ts";
import { sendOverviews } from "#lib/bookings/overview/send-overviews.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, best } from "#tests/arcs/a-practice.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { telling } from "#tests/emails/telling.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
// The coaches of the tests before are gone, so that what is counted is this one's.
beforeEach(async () => {
  await asSystem("a test begins", (tx) => tx.update(users).set({ disabledAt: longAgo }));
});

const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const seven = at("2026-12-08T07:00:00Z");
const longAgo = seven - 30 * day;

async function aDay({ zone = "Europe/Lisbon" } = {}) {
  const sol = await aCoach({ name: "Sol", zone });
  const typeId = await aType(sol);
  const aTime = async (name: string, start: number, more: Partial<Parameters<typeof aBooking>[0]> = {}) =>
    aBooking({ for: await aClient({ name }), with: sol, type: typeId, start, madeAt: longAgo, ...more });
  return { sol, aTime };
}

const overviewsTo = async (coach: Coach) =>
  (await openedLettersTo(coach)).filter(({ kind }) => kind === "coach_day");

describe("a coach's overview", () => {
  test("has who comes today and what waits, by first names and in order, once", async () => {
    const { sol, aTime } = await aDay();
    await aTime("Mara Lind", seven + 8 * hour);
    await aTime("Jo", seven + 3 * hour);
    await aTime("Not today", seven + day);
    await aTime("Yesterday", seven - 12 * hour);
    await aTime("Off", seven + 5 * hour, { status: "cancelled" });
    await aTime("Ute", seven + 3 * day, { status: "requested" });
    expect(await sendOverviews(seven - 1)).toBe(0);
    expect(await sendOverviews(seven)).toBe(1);
    for (const later of [1, hour, 4 * hour]) expect(await sendOverviews(seven + later)).toBe(0);
    const [letter, ...others] = await overviewsTo(sol);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      dedupe: `overview:${sol.id}:2026-12-08`,
      lane: "overview",
      subject: "A note from your portal",
      notBefore: null,
      expiresAt: at("2026-12-08T12:00:00Z"),
    });
    expect(letter?.text.split("\n--\n")[0]).toBe(`Hello Sol,

This is your Tuesday 8 December:

10:00 to 11:00, Jo

15:00 to 16:00, Mara

This waits for your answer:

Ute, kept until Friday 11 December, 07:00

You have not finished writing about one earlier session.

All times are in Lisbon time (Europe/Lisbon).

Open your day:
http://localhost:3000/coach
`);
    expect(letter?.text + (letter?.html ?? "")).not.toMatch(telling);
  });

  test("does not come on a day on which nobody comes and nothing waits", async () => {
    const { sol, aTime } = await aDay();
    await aTime("Tomorrow", seven + day);
    expect(await sendOverviews(seven)).toBe(0);
    expect(await overviewsTo(sol)).toEqual([]);
  });

  test("does not come later for what only came in after its hour", async () => {
    const { sol, aTime } = await aDay();
    await aTime("Early bird", seven + 6 * hour, { madeAt: seven + hour });
    expect(await sendOverviews(seven + 2 * hour)).toBe(0);
    await aTime("Known before", seven + 7 * hour);
    expect(await sendOverviews(seven + 2 * hour)).toBe(1);
    expect((await overviewsTo(sol))[0]?.text).toMatch(/Early, *\n|13:00 to 14:00, Early/);
  });

  test("says that nobody comes where only something waits; what was asked for together waits for its first time", async () => {
    const { coach } = await anArc({ isAsked: true });
    const morning = at("2027-01-04T07:00:00Z");
    expect(await sendOverviews(morning)).toBe(1);
    const [letter] = await overviewsTo(coach);
    expect(letter?.text).toContain("Nobody comes on Monday 4 January.");
    expect(best.preparation).toBe(at("2027-01-08T09:00:00Z"));
    expect(letter?.text.match(/kept until .*/g)).toEqual(["kept until Friday 8 January, 09:00"]);
  });

  test("is made up for until noon after the portal was off, and never comes after it", async () => {
    const { sol, aTime } = await aDay();
    await aTime("Jo", seven + 9 * hour);
    expect(await sendOverviews(seven + 5 * hour)).toBe(0);
    expect(await sendOverviews(seven + 5 * hour - 1)).toBe(1);
    expect(await overviewsTo(sol)).toHaveLength(1);
  });

  test("is of the coach's own day, at the hour they chose, across a change of the clocks", async () => {
    const { sol, aTime } = await aDay({ zone: "America/New_York" });
    await asSystem("a test chooses", (tx) =>
      tx.insert(mailPreferences).values({ userId: sol.id, overviewAt: 6 * 60 + 30, updatedAt: longAgo }),
    );
    // Sunday 14 March, on which New York turns forward: 06:30 is 10:30 UTC, not 11:30.
    const sunday = at("2027-03-14T10:30:00Z");
    await aTime("Late", at("2027-03-15T03:30:00Z"), { minutes: 30 });
    await aTime("Next day", at("2027-03-15T04:00:00Z"));
    expect(await sendOverviews(sunday - 1)).toBe(0);
    expect(await sendOverviews(sunday)).toBe(1);
    const text = (await overviewsTo(sol))[0]?.text ?? "";
    expect(text).toContain("23:30 to 00:00, Late");
    expect(text).not.toContain("Next");
  });

  test("goes to nobody who does not want it, and to nobody whose account is closed", async () => {
    for (const end of [
      (coach: Coach) =>
        asSystem("a test chooses", (tx) =>
          tx.insert(mailPreferences).values({ userId: coach.id, overview: false, updatedAt: longAgo }),
        ),
      (coach: Coach) =>
        asSystem("a test closes an account", (tx) =>
          tx.update(users).set({ disabledAt: longAgo }).where(eq(users.id, coach.id)),
        ),
    ]) {
      const { sol, aTime } = await aDay();
      await aTime("Jo", seven + 9 * hour);
      await end(sol);
      expect(await sendOverviews(seven)).toBe(0);
    }
  });

  test("is one, whoever looks at the same time", async () => {
    const { sol, aTime } = await aDay();
    await aTime("Jo", seven + 9 * hour);
    const counts = await Promise.all(Array.from({ length: 4 }, () => sendOverviews(seven)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await overviewsTo(sol)).toHaveLength(1);
  });
});
