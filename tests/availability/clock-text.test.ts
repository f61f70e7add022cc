import { describe, expect, it } from "vitest";
import { readClock } from "#app/coach/availability/clock-text.ts";

describe("a time that a coach types", () => {
  it.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9.30", "09:30"],
    ["17h15", "17:15"],
    [" 17:30 ", "17:30"],
    ["9am", "09:00"],
    ["9:30 PM", "21:30"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["noon", "12:00"],
    ["midnight", "00:00"],
  ])("%s is %s", (typed, meant) => expect(readClock(typed)).toBe(meant));

  it.each(["midnight", "0", "00:00", "24", "2400", "12am"])("%s ends a day as 24:00", (typed) =>
    expect(readClock(typed, { isEnd: true })).toBe("24:00"),
  );

  it.each(["soon", "", "13pm", "9:3", "9-17", "25:99:1"])("%s stays as it was typed", (typed) =>
    expect(readClock(typed)).toBe(typed),
  );
});
