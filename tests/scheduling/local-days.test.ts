import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfDay, localDays, weekOfDay } from "#lib/scheduling/local-days.ts";
import { dateIn } from "#lib/time/words.ts";

const zones = Intl.supportedValuesOf("timeZone");
const hour = 3_600_000;

test("an instant falls on the same local date as Intl says, in every zone and in any order", () => {
  const cases = fc.record({
    zone: fc.constantFrom(...zones),
    from: fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
    after: fc.array(fc.integer({ min: 0, max: 90 * 24 * hour }), { minLength: 1, maxLength: 30 }),
  });
  fc.assert(
    fc.property(cases, ({ zone, from, after }) => {
      const dayOf = localDays(zone, from, from + 91 * 24 * hour);
      for (const gap of after) expect(dateOfDay(dayOf(from + gap))).toBe(dateIn(from + gap, zone));
    }),
    { numRuns: 300 },
  );
});

test("a week goes from Monday to Sunday", () => {
  const weekOf = (date: string) => weekOfDay(Date.parse(date) / (24 * hour));
  expect(weekOf("2026-11-30")).toBe(weekOf("2026-12-06"));
  expect(weekOf("2026-12-07")).toBe(weekOf("2026-12-06") + 1);
});
