import { describe, expect, test } from "vitest";
import { type Line, replay } from "./replay.ts";

const line = (action: string, meta: Line["meta"] = {}) => ({ action: `booking.${action}`, meta });

describe("a booking told from its log", () => {
  test("is how it was left", () => {
    expect(replay([])).toBeUndefined();
    const log = [line("requested", { start: 1 }), line("confirmed", { start: 1 })];
    expect(replay(log)).toEqual({ status: "confirmed", start: 1 });
    expect(replay([...log, line("moved", { from: 1, start: 2 })])).toEqual({ status: "confirmed", start: 2 });
    expect(replay([...log, line("cancelled")])).toEqual({ status: "cancelled", start: 1 });
  });

  test.each([
    ["answered twice", [line("requested"), line("declined"), line("confirmed")]],
    [
      "moved after it was off",
      [line("confirmed", { start: 1 }), line("cancelled"), line("moved", { from: 1 })],
    ],
    ["moved from where it was not", [line("confirmed", { start: 1 }), line("moved", { from: 2, start: 3 })]],
    ["made twice", [line("confirmed"), line("confirmed")]],
    ["something nobody knows", [line("sung")]],
  ])("cannot have been %s", (_, log) => {
    expect(() => replay(log)).toThrow();
  });
});
