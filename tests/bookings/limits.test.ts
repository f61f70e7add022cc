import { describe, expect, test } from "vitest";
import { type Limits, limitsOf } from "#lib/bookings/limits.ts";

const hour = 3_600_000;
// A Tuesday.
const midnight = Date.parse("2026-12-01T00:00:00Z");
const at = (day: number, hours = 10) => midnight + day * 24 * hour + hours * hour;
const range = { start: at(-10), end: at(20) };
const none: Limits = { typeId: "talk", dailyLimit: null, weeklyLimit: null, nextDayLimit: null };
const talk = (day: number, hours = 10) => ({ typeId: "talk", nextDayLimit: null, start: at(day, hours) });
const guidance = (day: number) => ({ typeId: "guidance", nextDayLimit: 2, start: at(day) });
const passed = (limits: Partial<Limits>, book: Parameters<typeof limitsOf>[1], start: number, zone = "UTC") =>
  limitsOf({ ...none, ...limits }, book, zone, range)(start);

describe("how many sessions a coach holds", () => {
  test("is not counted where nobody said so", () => {
    expect(passed({}, [talk(0, 8), talk(0, 9), talk(0, 11)], at(0))).toBeUndefined();
  });

  test("a day takes so many of a kind, whatever else it holds", () => {
    const other = { ...talk(0), typeId: "other" };
    expect(passed({ dailyLimit: 2 }, [talk(0), other], at(0, 12))).toBeUndefined();
    expect(passed({ dailyLimit: 2 }, [talk(0, 8), talk(0, 9)], at(0, 12))).toBe("daily_limit");
    expect(passed({ dailyLimit: 2 }, [talk(0, 8), talk(0, 9)], at(1, 12))).toBeUndefined();
  });

  test("a day is the coach's own, not the server's", () => {
    const evening = { typeId: "talk", nextDayLimit: null, start: Date.parse("2026-12-02T03:00:00Z") };
    const morning = Date.parse("2026-12-01T16:00:00Z");
    expect(passed({ dailyLimit: 1 }, [evening], morning)).toBeUndefined();
    expect(passed({ dailyLimit: 1 }, [evening], morning, "America/Chicago")).toBe("daily_limit");
  });

  test("a week takes so many, from Monday to Sunday", () => {
    const book = [talk(-1), talk(1)];
    expect(passed({ weeklyLimit: 2 }, book, at(5))).toBe("weekly_limit");
    expect(passed({ weeklyLimit: 2 }, book, at(6))).toBeUndefined();
  });

  test("the day after guidance stays light", () => {
    expect(passed({}, [guidance(0), talk(1, 8)], at(1))).toBeUndefined();
    expect(passed({}, [guidance(0), talk(1, 8), talk(1, 9)], at(1))).toBe("light_day");
    expect(passed({}, [guidance(0), talk(1, 8), talk(1, 9)], at(2))).toBeUndefined();
  });

  test("guidance does not come before a full day, nor beside another such day", () => {
    const asks = { typeId: "guidance", dailyLimit: 1, nextDayLimit: 2 };
    expect(passed(asks, [talk(1, 8), talk(1, 9)], at(0))).toBeUndefined();
    expect(passed(asks, [talk(1, 8), talk(1, 9), talk(1, 11)], at(0))).toBe("light_day");
    expect(passed(asks, [guidance(1)], at(0))).toBe("light_day");
    expect(passed(asks, [guidance(-1)], at(0))).toBe("light_day");
    expect(passed(asks, [guidance(-2)], at(0))).toBeUndefined();
    expect(passed(asks, [guidance(0)], at(0, 20))).toBe("daily_limit");
  });
});
