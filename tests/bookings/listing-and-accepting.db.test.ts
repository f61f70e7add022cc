import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { saveDateOverride } from "#lib/availability/commands/date-overrides.ts";
import { saveWeeklyHours } from "#lib/availability/commands/save-weekly-hours.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const minute = 60_000;
const hour = 60 * minute;
// Lisbon leaves summer time on 25 October 2026, in the middle of this.
const now = Date.parse("2026-10-23T09:17:00Z");

const range = fc
  .tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 24 }))
  .map(([from, length]) => ({ from: clock(from), to: clock(Math.min(48, from + length)) }));
const aPracticeOf = fc.record({
  zone: fc.constantFrom("Europe/Lisbon", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"),
  hours: fc.array(range, { minLength: 7, maxLength: 7 }),
  type: fc.record({
    minutes: fc.constantFrom(30, 50, 75, 90),
    before: fc.constantFrom(0, 10),
    after: fc.constantFrom(0, 15),
    step: fc.constantFrom(15, 20, 60),
    notice: fc.constantFrom(0, 90, 1440),
    horizonDays: fc.constantFrom(2, 4),
  }),
  busy: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 96 }), kind: fc.constantFrom("booked", "held", "over") }),
    {
      maxLength: 8,
    },
  ),
  /** Where to try: half hours from now, and how many minutes off. */
  tries: fc.array(fc.tuple(fc.integer({ min: -4, max: 220 }), fc.constantFrom(0, 0, 0, 5, 15)), {
    minLength: 4,
    maxLength: 8,
  }),
});

test("a time is accepted exactly when it is listed", { timeout: 120_000 }, async () => {
  const seen = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(aPracticeOf, async ({ zone, hours, type, busy, tries }) => {
      const coach = await aCoach({ zone, hours: [] });
      const days = hours.map((one, at) => ({ weekday: at + 1, hours: [one] }));
      await saveWeeklyHours(coach, { zone, days });
      await saveDateOverride(coach, { date: "2026-10-24", hours: [{ from: "00:00", to: "24:00" }] });
      const typeId = await aType(coach, type);
      await fill(coach, typeId, busy);

      const listed = async () =>
        new Set(
          (await listFreeTimes({ typeId, from: "2026-10-21", days: 10, zone: "UTC" }, now)).days
            .flatMap((day) => day.starts)
            .map((iso) => Date.parse(iso)),
        );
      const ofThose = [...(await listed())];
      const wanted = [
        ...tries.map(([half, off]) => Math.ceil(now / hour) * hour + half * 30 * minute + off * minute),
        ...tries.flatMap(([at]) => ofThose.at(at % Math.max(1, ofThose.length)) ?? []),
      ];
      for (const start of wanted) {
        const isListed = (await listed()).has(start);
        const isAccepted = await bookSlot(
          await aClient(),
          { typeId, start, zone: "UTC" },
          undefined,
          now,
        ).then(
          () => true,
          (error) => {
            expect(error).toMatchObject({ code: "taken" });
            return false;
          },
        );
        expect({ start: new Date(start).toISOString(), isAccepted }).toEqual({
          start: new Date(start).toISOString(),
          isAccepted: isListed,
        });
        seen[isAccepted ? "accepted" : "refused"] += 1;
      }
    }),
    { numRuns: 5 },
  );
  expect(seen.accepted).toBeGreaterThan(5);
  expect(seen.refused).toBeGreaterThan(5);
});

async function fill(
  coach: Awaited<ReturnType<typeof aCoach>>,
  type: string,
  busy: { at: number; kind: string }[],
) {
  const places = [...new Map(busy.map((one) => [one.at, one])).values()];
  for (const { at, kind } of places) {
    const start = Math.ceil(now / hour) * hour + at * hour;
    const meeting = { with: coach, type, start, minutes: 45 };
    if (kind === "booked") await aBooking({ ...meeting, for: await aClient() });
    else await aHold({ ...meeting, email: "x@example.org", until: kind === "held" ? now + 1 : now });
  }
}

function clock(half: number): string {
  return `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;
}
