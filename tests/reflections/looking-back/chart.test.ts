import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartOf, ground, width } from "#app/ui/trends/chart.ts";
import type { Said } from "#lib/reflections/looking-back/numbers.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-23T09:00:00Z");
const on = (date: string, number: number | undefined): Said => ({
  at: Date.parse(`2026-${date}T09:00:00Z`),
  number,
});
const chart = (...said: Said[]) => chartOf(said, "UTC", now);

describe("numbers over time", () => {
  test("stand where their time and their number put them, with a line only where they follow closely", () => {
    const { dots, tracks, days, today } = chart(
      on("10-30", 4),
      on("11-07", 5),
      on("11-17", 3),
      on("11-19", 5),
    );
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [20, 61.2],
      [109.6, 55],
      [221.6, 67.4],
      [244, 55],
    ]);
    expect(tracks).toEqual(["M20 61.2L109.6 55", "M221.6 67.4L244 55"]);
    expect(dots.map(({ label }) => label)).toEqual([20, 109.6, 212.6, 253]);
    expect(days.map(({ words }) => words)).toEqual(["30 Oct", "7 Nov", "17, 19 Nov", "today"]);
    expect(today).toBe(288.8);
  });

  test("no line goes over a time when the question was asked and left blank", () => {
    expect(chart(on("11-10", 4), on("11-14", 6)).tracks).toHaveLength(1);
    expect(chart(on("11-10", 4), on("11-12", undefined), on("11-14", 6)).tracks).toEqual([]);
    expect(chart(on("11-10", 4), on("11-14", 6), on("11-16", undefined)).tracks).toHaveLength(1);
  });

  test("no line goes over more than nine days", () => {
    expect(chart(on("11-01", 4), on("11-10", 6)).tracks).toHaveLength(1);
    expect(chart(on("11-01", 4), on("11-11", 6)).tracks).toEqual([]);
  });

  test("two numbers of one day have one day under them, and a number of today takes the place of today", () => {
    const { days } = chartOf(
      [
        { at: now - 3_600_000, number: 2 },
        { at: now, number: 9 },
      ],
      "UTC",
      now,
    );
    expect(days.map(({ words }) => words)).toEqual(["23 Nov"]);
  });

  test("days are named by the reader's own calendar, and with the year when it is another", () => {
    const said = [
      { at: Date.parse("2025-12-31T23:30:00Z"), number: 3 },
      { at: Date.parse("2026-06-01T12:00:00Z"), number: 4 },
    ];
    expect(chartOf(said, "UTC", now).days[0]?.words).toBe("31 Dec 2025");
    expect(chartOf(said, "Europe/Berlin", now).days[0]?.words).toBe("1 Jan");
  });

  test("only as many are drawn as can be told apart, the newest", () => {
    const said = Array.from({ length: 60 }, (_, index) => ({
      at: now - (60 - index) * day,
      number: index % 11,
    }));
    const { dots } = chartOf(said, "UTC", now);
    expect(dots).toHaveLength(16);
    expect(dots.at(-1)?.number).toBe(59 % 11);
  });

  test("whatever was said and when, nothing leaves the picture or stands upon something else", () => {
    const said = fc
      .array(
        fc.record({
          at: fc.integer({ min: now - 500 * day, max: now }),
          number: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
        }),
        { maxLength: 60 },
      )
      .map((all) => all.sort((one, other) => one.at - other.at));
    fc.assert(
      fc.property(said, (all) => {
        const { dots, days, tracks } = chartOf(all, "Asia/Kathmandu", now);
        const numbers = all.filter(({ number }) => number !== undefined);
        expect(dots).toHaveLength(Math.min(16, numbers.length));
        expect(tracks.length).toBeLessThan(Math.max(1, dots.length));
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(20);
          expect(x).toBeLessThanOrEqual(288.8);
          expect(y).toBeLessThan(ground);
        }
        const labels = dots.flatMap(({ label }) => label ?? []);
        for (const [index, label] of labels.entries())
          expect(label - (labels[index - 1] ?? -20)).toBeGreaterThanOrEqual(6);
        // The newest number always stands there in full.
        if (dots.length > 0) expect(dots.at(-1)?.label).toBeDefined();
        for (const [index, { x, words }] of days.entries()) {
          const half = (words.length * 7.2) / 2;
          expect(x - half).toBeGreaterThanOrEqual(-0.1);
          expect(x + half).toBeLessThanOrEqual(width + 0.1);
          const before = days[index - 1];
          if (before) expect(x - half).toBeGreaterThanOrEqual(before.x + (before.words.length * 7.2) / 2);
        }
      }),
      { numRuns: 300 },
    );
  });
});
