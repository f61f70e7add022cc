import { expect, test } from "vitest";
import { type PhaseFacts, phaseOf } from "#lib/desk/phase.ts";

const now = Date.parse("2026-12-01T12:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const nothing: PhaseFacts = {
  kind: "individual",
  lastGuidance: null,
  nextGuidance: null,
  hasPreparation: false,
  held: 0,
};
const phase = (facts: Partial<PhaseFacts>, zone = "UTC") => phaseOf({ ...nothing, ...facts }, zone, now);

test("somebody who has not come yet is new, and prepares from their first preparation on", () => {
  expect(phase({})).toEqual({ name: "new" });
  expect(phase({ hasPreparation: true })).toEqual({ name: "preparing" });
  expect(phase({ held: 2 })).toEqual({ name: "between" });
});

test("a day of guidance ahead comes before all else, counted in days of their own", () => {
  const at = now + 14 * hour;
  expect(phase({ nextGuidance: at, lastGuidance: now - day })).toEqual({
    name: "upcoming_guidance",
    at,
    days: 1,
  });
  expect(phase({ nextGuidance: at }, "America/Los_Angeles")).toMatchObject({ days: 0 });
});

test("after guidance they integrate for ninety days, and are between after that", () => {
  expect(phase({ lastGuidance: now - 10 * day, hasPreparation: true, held: 4 })).toEqual({
    name: "integrating",
    day: 10,
  });
  expect(phase({ lastGuidance: now - 90 * day, held: 4 })).toEqual({ name: "integrating", day: 90 });
  expect(phase({ lastGuidance: now - 91 * day, hasPreparation: true, held: 4 })).toEqual({ name: "between" });
});

test("couples and mentees have no phase of their own", () => {
  expect(phase({ kind: "couple", held: 2, lastGuidance: now })).toEqual({ name: "couple", held: 2 });
  expect(phase({ kind: "mentorship" })).toEqual({ name: "mentorship", held: 0 });
});
