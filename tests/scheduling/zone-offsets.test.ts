import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function changesOf(timeZone: string, from: number, until: number): [at: string, hours: number][] {
  return offsetSpans(timeZone, from, until)
    .filter((span, i, spans) => i > 0 && span.offset !== spans[i - 1]?.offset)
    .map((span) => [new Date(span.from).toISOString(), span.offset / HOUR]);
}

describe("the clocks of a zone", () => {
  it("change when the law says", () => {
    expect(changesOf("America/New_York", Date.UTC(2027, 0), Date.UTC(2028, 0))).toEqual([
      ["2027-03-14T07:00:00.000Z", -4],
      ["2027-11-07T06:00:00.000Z", -5],
    ]);
  });

  it("may change twice within a week", () => {
    expect(changesOf("America/Boa_Vista", Date.UTC(2000, 9), Date.UTC(2000, 10))).toEqual([
      ["2000-10-08T04:00:00.000Z", -3],
      ["2000-10-15T03:00:00.000Z", -4],
    ]);
  });

  it("are known for every instant asked for, without a gap, as Intl shows them", () => {
    const instant = fc.integer({ min: Date.UTC(1970, 0) / 1000, max: Date.UTC(2100, 0) / 1000 });
    const days = fc.integer({ min: 1, max: 900 });
    const timeZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const agree = fc.property(timeZone, instant, days, (zone, second, length) => {
      const from = second * 1000;
      const until = from + length * DAY;
      const spans = offsetSpans(zone, from, until);
      expect(spans.map((span) => span.from)).toEqual([from, ...spans.slice(0, -1).map((span) => span.until)]);
      expect(spans.at(-1)?.until).toBe(until);
      for (const span of spans) {
        expect(shownOffset(zone, span.from)).toBe(span.offset);
        expect(shownOffset(zone, span.until - 1)).toBe(span.offset);
      }
    });
    fc.assert(agree, { numRuns: 150 });
  });
});

/** From the parts of the wall clock, where the engine reads the offset's name. */
function shownOffset(timeZone: string, instant: number): number {
  const second = Math.floor(instant / 1000) * 1000;
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${shown.format(second).replace(" ", "T")}Z`) - second;
}
