import { expect, test } from "vitest";
import { search } from "#lib/desk/search/queries.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.parse("2026-12-01T09:00:00Z");

test("a coach finds their own clients by name or address, accents or none, and their sessions by the day", async () => {
  const [sol, kim] = [await aCoach({ zone: "America/Chicago" }), await aCoach()];
  const [ines, marta] = [
    await aClient({ name: "Inês" }),
    await aClient({ name: "Marta Ines", email: "m@example.org" }),
  ];
  const type = await aType(sol);
  const late = await aBooking({ for: ines, with: sol, type, start: Date.parse("2026-12-03T03:00:00Z") });
  await aBooking({ for: marta, with: sol, type, start: Date.parse("2026-12-04T15:00:00Z") });
  const names = async (words: string) => (await search(sol, words, now)).clients.map(({ name }) => name);
  expect(await names("ines")).toEqual(["Inês", "Marta Ines"]);
  expect([await names("M@EXAMPLE"), await names("%"), await names(" ")]).toEqual([["Marta Ines"], [], []]);
  // In the coach's own zone it is still the evening before.
  const { sessions, day } = await search(sol, "tomorrow", now);
  expect([day, sessions]).toEqual([
    "Wednesday 2 December 2026",
    [{ id: late, when: "21:00", who: "Inês", type: "Preparation" }],
  ]);
  expect(await search(kim, "ines", now)).toMatchObject({ clients: [], sessions: [] });
  expect((await search(kim, "2 Dec", now)).sessions).toEqual([]);
});
