import { expect, it } from "vitest";
import { standingOf } from "#lib/bookings/standing.ts";

const during = { start: 1_000, end: 2_000 };

it("a confirmed session is ahead, then now, then over, with nobody marking it", () => {
  const booking = { status: "confirmed", during };
  expect([999, 1_000, 1_999, 2_000].map((now) => standingOf(booking, now))).toEqual([
    "ahead",
    "now",
    "now",
    "over",
  ]);
});

it.each([
  ["requested", 0, "asked"],
  ["completed", 0, "over"],
  ["no_show", 3_000, "missed"],
  ["cancelled", 3_000, "cancelled"],
  ["declined", 0, "declined"],
  ["held", 0, "held"],
  ["expired", 3_000, "expired"],
])("what is %s is so at any time", (status, now, standing) =>
  expect(standingOf({ status, during }, now)).toBe(standing),
);
