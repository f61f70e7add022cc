import { expect, test } from "vitest";
import { isVersion, mayBeTakenBack } from "#lib/notes/rules.ts";
import { stateWords } from "#lib/notes/states.ts";

test("how far the writing is, is said in words", () => {
  expect(stateWords({ note: "begun", summary: "none" })).toBe("Private note begun. No summary yet.");
  expect(stateWords({ note: "finished", summary: "written" })).toBe(
    "Private note finished. Summary written, not sent.",
  );
});

test("what stands is kept as a version once it was finished, or somebody comes back after ten minutes", () => {
  const writtenAt = 1_000_000;
  expect(isVersion({ writtenAt }, writtenAt + 599_999)).toBe(false);
  expect(isVersion({ writtenAt }, writtenAt + 600_000)).toBe(true);
  expect(isVersion({ writtenAt, finishedAt: writtenAt }, writtenAt + 1)).toBe(true);
});

test("what was sent can be taken back for ten minutes", () => {
  expect(mayBeTakenBack({ sentAt: 0 }, 599_999)).toBe(true);
  expect(mayBeTakenBack({ sentAt: 0 }, 600_000)).toBe(false);
});
