import { expect, test } from "vitest";
import { readWords, sinceWords } from "#app/coach/availability/feed-words.ts";

const now = Date.parse("2026-11-25T12:00:00Z");
const today = Date.parse("2026-11-25T11:30:00Z");
const before = Date.parse("2026-11-24T18:10:00Z");

test("when a calendar was read is a clock today, and has its day from then on", () => {
  expect(readWords(today, now, "UTC")).toBe("at 11:30");
  expect(readWords(before, now, "UTC")).toBe("on Tuesday 24 November at 18:10");
  expect(sinceWords(today, now, "UTC")).toBe("11:30");
  expect(sinceWords(before, now, "UTC")).toBe("Tuesday 24 November, 18:10");
});

test("today is where the coach is", () => {
  expect(readWords(before, now, "Pacific/Kiritimati")).toBe("on Wednesday 25 November at 08:10");
  expect(readWords(before, before + 3_600_000, "Pacific/Kiritimati")).toBe("at 08:10");
});
