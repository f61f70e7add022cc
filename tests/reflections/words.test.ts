import { expect, test } from "vitest";
import { bothAnswers, isSame, withAnswers } from "#lib/reflections/answers.ts";
import { shareForm, writingForm, writingInput } from "#lib/reflections/in-lessons/input.ts";
import { mayBeShownTo } from "#lib/reflections/rules.ts";
import { dateOnly, savedWords } from "#lib/reflections/words.ts";

const now = Date.parse("2026-11-28T10:12:00Z");
const hours = (many: number) => now - many * 3_600_000;

test.each([
  [now, "Europe/Lisbon", "Saved today at 10:12"],
  [now, "Asia/Tokyo", "Saved today at 19:12"],
  [hours(11), "Europe/Lisbon", "Saved yesterday at 23:12"],
  [hours(11), "Asia/Tokyo", "Saved today at 08:12"],
  [hours(72), "Europe/Lisbon", "Saved on 25 November at 10:12"],
  [hours(24 * 365), "Europe/Lisbon", "Saved on 28 November 2025 at 10:12"],
])("%d in %s: %s", (at, zone, words) => {
  expect(savedWords(at, zone, now)).toBe(words);
});

test("a day is told without its weekday, and with its year when it is another", () => {
  expect(dateOnly(now, "UTC", now)).toBe("28 November");
  expect(dateOnly(hours(24 * 400), "UTC", now)).toBe("24 October 2025");
});

test("a partner may be shown a shared question alone, and not one for the coach", () => {
  expect(mayBeShownTo("partner", { type: "shared_question", coachOnly: false })).toBe(true);
  expect(mayBeShownTo("partner", { type: "shared_question", coachOnly: true })).toBe(false);
  for (const type of ["exercise", "journal_prompt"]) {
    expect(mayBeShownTo("partner", { type })).toBe(false);
    expect(mayBeShownTo("coach", { type })).toBe(true);
  }
});

test("what was written goes over what was there field by field, and a field without words is gone", () => {
  expect(withAnswers({ a: "1", b: "2" }, { b: "3", c: "4" })).toEqual({ a: "1", b: "3", c: "4" });
  expect(withAnswers({ a: "1" }, { a: " \n" })).toEqual({});
  expect(isSame({ a: "1", b: "2" }, { b: "2", a: "1" })).toBe(true);
  expect(isSame({ a: "1" }, { a: "1", b: "2" })).toBe(false);
});

test("of two who wrote, both stay, one under the other, and the same words once", () => {
  expect(bothAnswers({ a: "1", b: "2" }, { a: "3", c: "4" })).toEqual({ a: "1\n\n3", b: "2", c: "4" });
  expect(bothAnswers({ a: "1" }, { a: "1" })).toEqual({ a: "1" });
  expect(bothAnswers({ a: "1" }, { a: "" })).toEqual({ a: "1" });
});

const id = "5e000000-0000-4000-8000-000000000001";
const sent = { author: id, lessonId: id, versionId: id, block: "ceiling", revision: "2", back: "/lessons/x" };

test("a form sends the same as a script does", () => {
  const { back: _, revision: __, ...about } = sent;
  const read = writingForm.parse({ ...sent, "answer.words": "One\r\nTwo" });
  expect(read).toEqual({ ...about, revision: 2, answers: { words: "One\nTwo" } });
  expect(writingInput.parse({ ...about, revision: 2, answers: { words: "One\nTwo" } })).toEqual(read);
  expect(shareForm.parse({ ...sent, reader: id })).toMatchObject({ reader: id, answers: {} });
});

test.each([
  ["more than a field can keep", { "answer.words": "x".repeat(10_001) }],
  ["no number", { revision: "two" }],
  ["a field of no name", { "answer.Not a name": "x" }],
  ["a field of another form", { more: "x" }],
])("%s is refused", (_, wrong) => {
  expect(writingForm.safeParse({ ...sent, "answer.words": "x", ...wrong }).success).toBe(false);
});

test("ten thousand characters fit, whatever they are", () => {
  const words = "\u{1f33f}".repeat(5_000);
  expect(writingForm.parse({ ...sent, "answer.words": words }).answers).toEqual({ words });
});
