import { expect, test } from "vitest";
import { timeToAnswer } from "#lib/reflections/asked/times.ts";

const zone = "Europe/Lisbon";
const at = (text: string) => Date.parse(text);
// Ten in the morning in Lisbon; the clocks go back on 25 October.
const during = { start: at("2026-10-20T09:00:00Z"), end: at("2026-10-20T16:00:00Z") };

test("before a session from three days before it until it is over", () => {
  expect(timeToAnswer({ kind: "session", day: null }, during, zone)).toEqual({
    from: at("2026-10-17T09:00:00Z"),
    until: during.end,
  });
});

test("on the day of guidance from its first minute until it begins", () => {
  expect(timeToAnswer({ kind: "guidance_day", day: null }, during, zone)).toEqual({
    from: at("2026-10-19T23:00:00Z"),
    until: during.start,
  });
});

test("a check-in from nine in the morning until the next one opens, also across a change of the clocks", () => {
  expect(timeToAnswer({ kind: "check_in", day: 3 }, during, zone, 7)).toEqual({
    from: at("2026-10-23T08:00:00Z"),
    until: at("2026-10-27T09:00:00Z"),
  });
});

test("a check-in is open for a month at most, and the last one has no other after it", () => {
  const { until } = timeToAnswer({ kind: "check_in", day: 30 }, during, zone, 90);
  expect(until).toBe(at("2026-12-19T09:00:00Z"));
  expect(timeToAnswer({ kind: "check_in", day: 30 }, during, zone).until).toBe(until);
});

test("a check-in never opens before guidance is over", () => {
  const long = { start: during.start, end: at("2026-10-21T10:00:00Z") };
  expect(timeToAnswer({ kind: "check_in", day: 1 }, long, zone, 3).from).toBe(long.end);
});
