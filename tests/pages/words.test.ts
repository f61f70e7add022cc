import { describe, expect, it, test } from "vitest";
import { keptWords, mustStillAgree } from "#app/(client)/sessions/[id]/asked-meeting.tsx";
import { leadInOf, mayGoBack, movedWords, roomWords } from "#app/(client)/sessions/[id]/meeting-lines.ts";
import { changedOf, chosenOthers, movesOf } from "#app/(client)/sessions/[id]/move/others.ts";
import { whatFollows } from "#app/(client)/sessions/[id]/move/what-moving-does.tsx";
import { stepsOfTaking } from "#app/(client)/sessions/[id]/what-happens-next.tsx";
import { sortSessions } from "#app/(client)/sessions/sort-sessions.ts";
import { goneWords, plannedSteps, stepsToAsk, withPlan } from "#app/(public)/book/day-plan.ts";
import { stepsOfAsking } from "#app/(public)/book/what-follows.tsx";

const hour = 3_600_000;
const start = Date.parse("2026-12-08T18:00:00Z");
const during = { start, end: start + hour };
const zone = "Europe/Lisbon";

describe("the room by video", () => {
  test("opens an hour before, and is open from then on", () => {
    expect(roomWords(during, zone, start - hour - 1)).toBe("The room opens at 17:00.");
    expect(roomWords(during, zone, start - hour)).toBe("The room is open.");
  });

  test("that opens on the evening before says the day", () => {
    const midnight = Date.parse("2026-12-08T00:30:00Z");
    expect(roomWords({ start: midnight, end: midnight + hour }, zone, 0)).toBe(
      "The room opens on Monday 7 December at 23:30.",
    );
  });
});

test("a meeting that was moved says where it was, in the reader's zone", () => {
  expect(movedWords(during, "America/New_York")).toBe("It was Tuesday 8 December, 13:00 before.");
});

test("the way back is offered for a day after a move, while the old time lies ahead", () => {
  const moved = { movedFrom: during, movedAt: start - 40 * hour };
  expect(mayGoBack(moved, start - 17 * hour)).toBe(true);
  expect(mayGoBack(moved, start - 16 * hour)).toBe(false);
  expect(mayGoBack({ ...moved, movedAt: start - hour }, start)).toBe(false);
  expect(mayGoBack({ movedFrom: null, movedAt: null }, start)).toBe(false);
});

test("whoever was asked along did not ask", () => {
  expect(leadInOf("asked", true)).toBe("You asked to meet");
  expect(leadInOf("asked", false)).toBe("The two of you would meet");
  expect(leadInOf("over", true)).toBe("You met");
});

describe("a session of two", () => {
  const attendees = [{ id: "ute", name: "Ute", zone, hasAgreed: false }];
  it("waits for each one's own yes, and a session of one does not", () => {
    expect(mustStillAgree({ kind: "couple", attendees }, "ute")).toBe(true);
    expect(mustStillAgree({ kind: "couple", attendees }, "jonas")).toBe(false);
    expect(mustStillAgree({ kind: "guidance", attendees }, "ute")).toBe(false);
  });

  it("says before it is asked for, moved or taken that the other is asked too", () => {
    const said = [
      stepsOfAsking("couple", "Sergio").map(({ text }) => text),
      whatFollows({ isShared: true, isAsked: true, hasOthers: false, coachName: "Sergio" }),
      stepsOfTaking({ kind: "couple", coachName: "Sergio" }).map(({ text }) => text),
    ];
    for (const words of said) expect(String(words)).toMatch(/[Yy]our partner/);
    expect(String(stepsOfAsking("mentorship", "Sergio").map(({ text }) => text))).not.toMatch(/partner/);
  });
});

test("offered times say until when they are kept, by the one that ends first", () => {
  const proposal = { id: "1", ...during, until: start };
  expect(keptWords([proposal], zone)).toBe(
    "It is kept for you until Tuesday 8 December, 18:00, Lisbon time. So is the time that you asked for.",
  );
  expect(keptWords([{ ...proposal, until: start + hour }, proposal], zone)).toMatch(
    /^They are kept .* 18:00, /,
  );
});

test("sessions stand under what they are: next, asked for, past, and off", () => {
  const now = start;
  const at = (days: number, status: string) => ({
    status,
    during: { start: start + days * 24 * hour, end: start + days * 24 * hour + hour },
  });
  const [past, missed, off, gone, asked, next, later] = [
    at(-3, "confirmed"),
    at(-2, "no_show"),
    at(-1, "cancelled"),
    at(-1, "expired"),
    at(1, "requested"),
    at(2, "confirmed"),
    at(3, "confirmed"),
  ] as const;
  expect(sortSessions([asked, next, later, gone, off, missed, past] as never[], now)).toEqual({
    next,
    ahead: [later],
    asked: [asked],
    past: [missed, past],
    off: [gone, off],
  });
});

describe("the plan around a day", () => {
  const [first, second, third] = [
    "2026-12-01T10:00:00.000Z",
    "2026-12-01T11:00:00.000Z",
    "2026-12-10T10:00:00.000Z",
  ];
  const step = (name: string, suggested: string | null, times: string[]) => ({
    step: name,
    typeId: `type of ${name}`,
    name,
    minutes: 60,
    place: "By video",
    coachName: "Sergio",
    from: first,
    until: third,
    suggested,
    times,
  });
  const conditions = [
    {
      key: "preparation",
      state: "open",
      who: "client",
      label: "A preparation session",
      sentence: "Not yet.",
    },
    { key: "spacing", state: "open", who: "client", label: "Time in between", sentence: "Should lie." },
    { key: "consent", state: "open", who: "coach", label: "Your agreement", sentence: "Sergio talks." },
  ];
  const plan = {
    zone,
    guidance: {},
    gate: { wantsPreparation: true, conditions },
    steps: [
      step("preparation", first, [first, second]),
      step("after_days", third, [third]),
      step("after_week", null, []),
    ],
  } as unknown as Parameters<typeof plannedSteps>[0];

  test("begins with what is suggested, and asks for nothing that has no time or is left out", () => {
    expect(stepsToAsk(plannedSteps(plan, {}, {})).map(({ start: at }) => at)).toEqual([first, third]);
    expect(stepsToAsk(plannedSteps(plan, { preparation: second, after_days: null }, {}))).toEqual([
      { step: "preparation", typeId: "type of preparation", start: second },
    ]);
  });

  test("keeps what was chosen in the list, even when a new look no longer has it", () => {
    const [preparation] = plannedSteps(plan, { preparation: third }, {});
    expect(preparation).toMatchObject({ chosen: third, times: [third, first, second].sort() });
  });

  test("shows a step that was planned anew, and the time that has gone", () => {
    const fresh = step("preparation", second, [second]) as never;
    const [preparation, after] = plannedSteps(plan, {}, { preparation: { plan: fresh, gone: first } });
    expect(preparation).toMatchObject({ chosen: second, gone: first });
    expect(after).toMatchObject({ chosen: third, gone: undefined });
    expect(goneWords(["Before the day"])).toMatch(
      /^A time has just gone: “Before the day”\. .* as you chose it/,
    );
    expect(goneWords(["One", "Two"])).toMatch(/^Some times have just gone: “One” and “Two”\. Others/);
  });

  test("counts a preparation that is chosen as planned, and nothing else", () => {
    const states = (choices: Parameters<typeof plannedSteps>[1]) =>
      withPlan(plan.gate.conditions, plannedSteps(plan, choices, {}), zone).map(({ state }) => state);
    expect(states({})).toEqual(["planned", "planned", "open"]);
    expect(states({ preparation: null })).toEqual(["open", "open", "open"]);
  });
});

describe("moving a day with the others", () => {
  const other = (bookingId: string, was: string, to: string | null, times: string[]) =>
    ({ bookingId, was, start: to, times, fate: "moves" }) as unknown as Parameters<
      typeof chosenOthers
    >[0][number];
  const [a, b, c] = ["2026-12-01T10:00:00.000Z", "2026-12-02T10:00:00.000Z", "2026-12-03T10:00:00.000Z"];
  const others = [other("one", a, b, [b, c]), other("two", a, null, []), other("three", a, a, [a, c])];

  test("sends those that move or are let go, and not those that stay", () => {
    expect(movesOf(chosenOthers(others, {}))).toEqual([
      { bookingId: "one", start: b },
      { bookingId: "two", start: null },
    ]);
    expect(movesOf(chosenOthers(others, { one: null, three: c }))).toEqual([
      { bookingId: "one", start: null },
      { bookingId: "two", start: null },
      { bookingId: "three", start: c },
    ]);
  });

  test("names those whose time has gone since", () => {
    const fresh = [other("one", a, c, [c]), other("two", a, null, []), other("three", a, a, [a, c])];
    expect(changedOf(chosenOthers(others, {}), fresh)).toEqual(["one"]);
  });
});
