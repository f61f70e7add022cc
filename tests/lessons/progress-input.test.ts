import { expect, test } from "vitest";
import { pageOfPlace, pageOfProgress, placeInput, progressInput } from "#lib/lessons/progress-input.ts";

test.each([
  ["/lessons/two-whole-people", "/lessons/two-whole-people#end"],
  ["/lessons/two-whole-people?in=es", "/lessons/two-whole-people?in=es#end"],
  ["/lessons", "/lessons"],
  ["/sessions", "/sessions"],
])("a form from %s leads back to %s", (back, page) => {
  expect(pageOfProgress({ back })).toBe(page);
});

test.each([
  "//evil.example",
  "https://evil.example/lessons",
  "/lessons/../coach",
  "/lessons/x#y",
  "/lessons\nlocation: x",
  "/coach",
  undefined,
])("no form leads to %j", (back) => {
  const fields: Record<string, string> = back === undefined ? {} : { back };
  expect(pageOfProgress(fields)).toBe("/lessons");
  expect(pageOfPlace({ ...fields, place: "idea-1" })).toBe("/lessons");
});

test("a place leads back to its block, and one that is let go to the lesson", () => {
  const back = "/lessons/two-whole-people";
  expect(pageOfPlace({ back, place: "idea-1" })).toBe(`${back}#idea-1`);
  expect(pageOfPlace({ back, place: "" })).toBe(back);
  expect(pageOfPlace({ back, place: "a\nb: c" })).toBe(back);
});

test.each([{ answer: "finished" }, { answer: "done", note: "x" }, {}])(
  "nobody can say %j of a lesson",
  (input) => {
    expect(progressInput.safeParse(input).success).toBe(false);
  },
);

test.each([{ place: "A B" }, { place: "x".repeat(81) }, { place: null }])("%j is no place", (input) => {
  expect(placeInput.safeParse(input).success).toBe(false);
});
