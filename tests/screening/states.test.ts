import { describe, expect, test } from "vitest";
import { endOf, expiredBecause, screeningLastsDays } from "#lib/screening/expiry.ts";
import { reopensScreening } from "#lib/screening/reopening.ts";
import { standingOf } from "#lib/screening/standing.ts";
import { mayMove, movesFrom, type ScreeningState } from "#lib/screening/states.ts";

const states: ScreeningState[] = [
  "not_started",
  "shared",
  "in_conversation",
  "medical_review_asked",
  "medical_review_noted",
  "coach_ready_to_proceed",
  "coach_not_at_this_time",
];
const day = 86_400_000;
const shared = Date.parse("2026-06-01T10:00:00Z");

describe("the way of a talk about somebody's health", () => {
  test("what was never shared goes nowhere, and nothing goes back to it", () => {
    expect(movesFrom("not_started")).toEqual([]);
    for (const from of states) {
      expect(mayMove(from, "not_started")).toBe(false);
      expect(mayMove(from, "shared")).toBe(false);
      expect(mayMove(from, from)).toBe(false);
    }
  });

  test("a doctor's view is noted only after it was asked for", () => {
    expect(states.filter((from) => mayMove(from, "medical_review_noted"))).toEqual(["medical_review_asked"]);
  });

  test("nobody is ready while a doctor's view is waited for, nor right after no", () => {
    expect(mayMove("medical_review_asked", "coach_ready_to_proceed")).toBe(false);
    expect(mayMove("coach_not_at_this_time", "coach_ready_to_proceed")).toBe(false);
  });

  test("from each state that was shared a coach can say not at this time, and can talk again", () => {
    const known = states.filter((state) => state !== "not_started");
    for (const from of known)
      if (from !== "coach_not_at_this_time") expect(mayMove(from, "coach_not_at_this_time")).toBe(true);
    for (const from of known)
      if (from !== "in_conversation") expect(mayMove(from, "in_conversation")).toBe(true);
  });
});

describe("how long answers count", () => {
  const tooOld = shared + screeningLastsDays * day;

  test("for ninety days to the second", () => {
    expect(expiredBecause(shared, null, tooOld - 1_000)).toBeNull();
    expect(expiredBecause(shared, null, tooOld)).toBe("age");
  });

  test("until a change is reported, from that moment on", () => {
    const changed = shared + 3 * day;
    expect(expiredBecause(shared, changed, changed - 1)).toBeNull();
    expect(expiredBecause(shared, changed, changed)).toBe("change");
    expect(endOf(shared, changed)).toEqual({ expiresAt: changed, because: "change" });
    expect(endOf(shared, tooOld + day)).toEqual({ expiresAt: tooOld, because: "age" });
  });

  test("whoever was told not at this time is not asked again by the calendar", () => {
    const round = { screeningId: "one", sharedAt: shared, changedAt: null };
    expect(standingOf({ ...round, state: "coach_ready_to_proceed" }, tooOld).state).toBe("expired");
    expect(standingOf({ ...round, state: "coach_not_at_this_time" }, tooOld).state).toBe(
      "coach_not_at_this_time",
    );
  });

  test("a change of health asks anew, a life event does not", () => {
    expect(reopensScreening("health_change", "yes")).toBe(true);
    expect(reopensScreening("health_change", "talk")).toBe(true);
    expect(reopensScreening("health_change", "no")).toBe(false);
    expect(reopensScreening("changes", ["life_event", "medicine"])).toBe(true);
    expect(reopensScreening("changes", ["life_event"])).toBe(false);
    expect(reopensScreening("self_harm", "yes")).toBe(false);
    expect(reopensScreening("toString", "yes")).toBe(false);
  });
});
