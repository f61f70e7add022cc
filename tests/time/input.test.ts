import { expect, test } from "vitest";
import { instant } from "#lib/time/input.ts";

test("an instant of this century is read as milliseconds", () => {
  expect(instant.parse("2026-12-01T10:00:00Z")).toBe(Date.UTC(2026, 11, 1, 10));
  expect(instant.parse("2000-01-01T00:00:00Z")).toBe(Date.UTC(2000));
});

test.each([
  ["0000-01-01T00:00:00Z", "Please choose a time in this century."],
  ["1999-12-31T23:59:59Z", "Please choose a time in this century."],
  ["2100-01-01T00:00:00Z", "Please choose a time in this century."],
  ["tomorrow", "Please choose a time."],
  ["2026-12-01T10:00:00+01:00", "Please choose a time."],
  ["2026-13-01T10:00:00Z", "Please choose a time."],
])("%s is answered with a sentence", (text, sentence) => {
  expect(instant.safeParse(text).error?.issues[0]?.message).toBe(sentence);
});
