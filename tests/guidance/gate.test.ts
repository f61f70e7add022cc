import { describe, expect, test } from "vitest";
import { type Condition, conditionsOf, holdIn, mayConfirm, wantsPreparation } from "#lib/guidance/gate.ts";
import { checklist, conditionWords } from "#lib/guidance/words.ts";

const at = (iso: string) => Date.parse(iso);
const two = { clientId: "mara", coachId: "sergio" };
const hour = 3_600_000;
const day = 24 * hour;
const now = at("2026-12-01T12:00:00Z");
const guidanceStart = at("2026-12-20T09:00:00Z");
const ending = (end: number, status = "confirmed") => ({ during: { start: end - hour, end }, status });
const of = (preparations: Parameters<typeof conditionsOf>[0]) => {
  const conditions = conditionsOf(preparations, guidanceStart, now);
  return Object.fromEntries(conditions.map((one) => [one.key, one])) as Record<Condition["key"], Condition>;
};

describe("preparation", () => {
  test("is open without any, and the client acts", () => {
    expect(of([]).preparation).toEqual({ key: "preparation", state: "open", who: "client", latest: null });
    expect(of([]).spacing).toMatchObject({ state: "open", who: "client", latest: null });
  });

  test("is planned while it lies ahead", () => {
    const ahead = ending(now + 1);
    expect(of([ahead]).preparation).toMatchObject({ state: "planned", who: "both", latest: ahead.during });
    expect(of([ahead]).spacing).toMatchObject({ state: "planned" });
  });

  test.each([
    ["it is over, though nobody marked it", ending(now)],
    ["it was marked as done", ending(now - day, "completed")],
  ])("is met once %s", (_, held) => {
    expect(of([held]).preparation).toMatchObject({ state: "met", latest: held.during });
    expect(of([held]).spacing).toMatchObject({ state: "met" });
  });

  test("stays met when another is planned, whichever is read first", () => {
    const [held, ahead] = [ending(now - day), ending(now + 3 * day)];
    for (const both of [
      [held, ahead],
      [ahead, held],
    ]) {
      expect(of(both).preparation).toMatchObject({ state: "met", latest: held.during });
      expect(of(both).spacing).toMatchObject({ state: "planned", latest: ahead.during });
    }
  });

  test("after the day of guidance does not count for it", () => {
    expect(of([ending(guidanceStart + 1)]).preparation).toMatchObject({ state: "open" });
  });
});

describe("the time in between", () => {
  test.each([
    ["24 hours", guidanceStart - day, "planned"],
    ["a millisecond less than 24 hours", guidanceStart - day + 1, "open"],
    ["90 days", guidanceStart - 90 * day, "met"],
    ["a millisecond more than 90 days", guidanceStart - 90 * day - 1, "open"],
  ])("of %s", (_, end, state) => {
    const { spacing } = of([ending(end)]);
    expect(spacing).toMatchObject({ state, who: state === "open" ? "client" : "both" });
  });

  test("is counted from the latest preparation", () => {
    const both = [ending(guidanceStart - 10 * day), ending(guidanceStart - hour)];
    expect(of(both).spacing).toMatchObject({ state: "open", latest: both[1]?.during });
  });
});

test("nothing said is nothing done: all of it is open, and the client acts first", () => {
  for (const key of ["screening", "consent", "plan_for_the_day"] as const)
    expect(of([ending(now)])[key]).toMatchObject({ state: "open", who: "client" });
});

test("the health questions are done only once the coach noted that they are ready", () => {
  const standingAt = (screening: NonNullable<Parameters<typeof conditionsOf>[3]>["screening"]) =>
    conditionsOf([], guidanceStart, now, { ...(screening && { screening }) }).find(
      ({ key }) => key === "screening",
    );
  expect(standingAt("coach_ready_to_proceed")).toMatchObject({ state: "met" });
  for (const open of ["shared", "in_conversation", "medical_review_asked", "medical_review_noted"] as const)
    expect(standingAt(open)).toMatchObject({ state: "open", who: "coach" });
  expect(standingAt("coach_not_at_this_time")).toMatchObject({ state: "open", who: "coach" });
  expect(standingAt("expired")).toMatchObject({ state: "open", who: "client" });
});

test("what was shared holds the day until the two have talked", () => {
  expect(of([]).flags).toEqual({ key: "flags", state: "met", who: "coach", hold: undefined });
  const hold = { shareId: "a share", screeningId: null, since: now };
  const conditions = conditionsOf([ending(now)], guidanceStart, now, { hold });
  expect(holdIn(conditions)).toBe(hold);
  const settled = conditions.map(
    (one) => (one.key === "flags" ? one : { ...one, state: "met" }) as Condition,
  );
  expect(mayConfirm(settled)).toBe(false);
  const said = (role: "client" | "coach") =>
    checklist(conditions, {
      role,
      otherName: role === "client" ? "Sergio" : "Mara",
      zone: "UTC",
      ...two,
    }).find(({ key }) => key === "flags");
  expect(said("client")).toMatchObject({
    sentence: "Sergio talks with you first. Nothing is decided by it.",
    link: null,
  });
  expect(said("coach")).toMatchObject({
    sentence: "Mara shared something that the two of you talk about first.",
    link: { href: "/coach/reflections/a share", words: "See what it is" },
  });
});

test("the coach needs no reason once nothing is open", () => {
  const conditions = conditionsOf([ending(now)], guidanceStart, now);
  expect(mayConfirm(conditions)).toBe(false);
  const talked = conditions.map(
    (one) => ({ ...one, state: one.state === "open" ? "met" : one.state }) as Condition,
  );
  expect(mayConfirm(talked)).toBe(true);
  expect(mayConfirm(talked.map((one) => ({ ...one, state: "planned" }) as Condition))).toBe(true);
});

test("a preparation is offered when none stands at the right distance", () => {
  const wants = (preparations: Parameters<typeof conditionsOf>[0]) =>
    wantsPreparation(conditionsOf(preparations, guidanceStart, now));
  expect(wants([])).toBe(true);
  expect(wants([ending(guidanceStart - 91 * day)])).toBe(true);
  expect(wants([ending(now + day)])).toBe(false);
  expect(wants([ending(now - day)])).toBe(false);
});

describe("the checklist", () => {
  const verdicts = /clear|eligib|safe|approv|pass|fail|!/i;
  const states = ["met", "planned", "open"] as const;
  const all = conditionsOf([ending(now - day)], guidanceStart, now)
    .flatMap((one) => states.map((state) => ({ ...one, state }) as Condition))
    .concat(conditionsOf([], guidanceStart, now));

  test.each([
    { role: "client", otherName: "Sergio" },
    { role: "coach", otherName: "Mara" },
  ] as const)("says to the $role how each stands and who acts, without a verdict", ({ role, otherName }) => {
    for (const condition of all) {
      const { label, sentence } = conditionWords(condition, { role, otherName, zone: "Europe/Lisbon" });
      expect(`${label} ${sentence}`).not.toMatch(verdicts);
      expect(sentence).toMatch(/\.$/);
    }
  });

  test("names times in the reader's zone, with its name", () => {
    const [preparation] = conditionsOf([ending(now + day)], guidanceStart, now);
    const words = conditionWords(preparation as Condition, {
      role: "client",
      otherName: "Sergio",
      zone: "Asia/Kathmandu",
    });
    expect(words).toEqual({
      label: "A preparation session",
      sentence: "Planned for Wednesday 2 December, 16:45, Kathmandu time.",
    });
  });
});
