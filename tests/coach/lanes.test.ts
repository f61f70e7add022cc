import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutLanes } from "#app/coach/calendar/lanes.ts";
import { hourRange, placeOf, rowsOf } from "#app/coach/calendar/places.ts";

const rows = (...spans: [number, number][]) => spans.map(([from, until]) => ({ from, until }));

describe("what overlaps", () => {
  it("stands side by side, and what only touches does not", () => {
    expect(layOutLanes(rows([0, 4], [4, 8]))).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
    expect(layOutLanes(rows([0, 4], [2, 6], [4, 8], [20, 24]))).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 2 },
      { lane: 0, lanes: 1 },
    ]);
  });

  it("never covers one another, in whatever order it comes", () => {
    const span = fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 12 }));
    const many = fc.array(
      span.map(([from, length]) => ({ from, until: from + length })),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(many, (items) => {
        const lanes = layOutLanes(items);
        for (const [a, one] of items.entries())
          for (const [b, other] of items.entries()) {
            if (a >= b || one.from >= other.until || other.from >= one.until) continue;
            expect(lanes[a]?.lane).not.toBe(lanes[b]?.lane);
            expect(lanes[a]?.lanes).toBe(lanes[b]?.lanes);
          }
        for (const { lane, lanes: count } of lanes) expect(lane).toBeLessThan(count);
      }),
    );
  });
});

describe("a place on the paper", () => {
  it("takes every quarter hour it touches, and at least one", () => {
    expect(rowsOf({ from: 725, until: 735 })).toEqual({ from: 48, until: 49 });
    expect(rowsOf({ from: 725, until: 740 })).toEqual({ from: 48, until: 50 });
    expect(rowsOf({ from: 720, until: 720 })).toEqual({ from: 48, until: 49 });
  });

  it("is counted from the first hour that is drawn, and ends with the last", () => {
    expect(placeOf({ from: 540, until: 600 }, [8, 19])).toBe("row-start-5 row-end-9");
    expect(placeOf({ from: 420, until: 510 }, [8, 19])).toBe("row-start-1 row-end-3");
    expect(placeOf({ from: 1380, until: 1440 }, [8, 19])).toBe("");
    expect(placeOf({ from: 1425, until: 1440 }, [0, 24])).toBe("row-start-96 row-end-97");
  });

  it("is as wide as there are lanes", () => {
    const wide = (lane: number, lanes: number) => placeOf({ from: 0, until: 15 }, [0, 24], { lane, lanes });
    expect(wide(0, 1)).toBe("row-start-1 row-end-2 col-start-1 col-end-13");
    expect(wide(2, 3)).toBe("row-start-1 row-end-2 col-start-9 col-end-13");
    expect(wide(20, 21)).toBe("row-start-1 row-end-2 col-start-12 col-end-13");
  });

  it("is seen: the hours grow with what lies outside a working day", () => {
    expect(hourRange([])).toEqual([8, 19]);
    expect(hourRange([{ from: 450, until: 1150 }])).toEqual([7, 20]);
    expect(hourRange([{ from: 0, until: 1440 }])).toEqual([0, 24]);
  });
});
