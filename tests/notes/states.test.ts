import { describe, expect, test } from "vitest";
import { isVersion, mayBeTakenBack } from "#lib/notes/rules.ts";
import { isUnfinished, stateWords } from "#lib/notes/states.ts";

const end = Date.parse("2026-06-01T21:00:00Z");
const zone = "Europe/Lisbon";
const held = (note: "none" | "begun" | "finished", summary: "none" | "written" | "sent") => ({
  ...{ note, summary, during: { end } },
});
const sameEvening = end + 3_600_000;
const nextMorning = Date.parse("2026-06-01T23:00:00Z");

describe("what is not finished yet", () => {
  test("is a note that was begun, and a summary that was not sent, at once", () => {
    expect(isUnfinished(held("begun", "none"), zone, sameEvening)).toBe(true);
    expect(isUnfinished(held("finished", "written"), zone, sameEvening)).toBe(true);
  });

  test("is a note that was not begun, from the coach's next morning on", () => {
    expect(isUnfinished(held("none", "none"), zone, nextMorning - 1)).toBe(false);
    expect(isUnfinished(held("none", "none"), zone, nextMorning)).toBe(true);
    expect(isUnfinished(held("none", "sent"), zone, nextMorning)).toBe(true);
  });

  test("is nothing once the note is finished, whether or not there is a summary", () => {
    expect(isUnfinished(held("finished", "none"), zone, nextMorning)).toBe(false);
    expect(isUnfinished(held("finished", "sent"), zone, nextMorning)).toBe(false);
  });

  test("is said in words", () => {
    expect(stateWords(held("begun", "none"))).toBe("Private note begun. No summary yet.");
    expect(stateWords(held("finished", "written"))).toBe("Private note finished. Summary written, not sent.");
  });
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
