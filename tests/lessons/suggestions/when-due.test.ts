import { describe, expect, test } from "vitest";
import {
  type Beside,
  dueAt,
  dueDate,
  hasComeDue,
  theOneShown,
  timeToShow,
} from "#lib/lessons/suggestions/when-due.ts";

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const day = 24 * hour;
const lisbon = { zone: "Europe/Lisbon", still: [] };

const session = (begin: string, hours = 1) => ({ start: at(begin), end: at(begin) + hours * hour });
const beside = (days: number, begin = "2026-12-08T18:00:00Z", more: Partial<Beside> = {}): Beside => ({
  days,
  during: session(begin),
  status: "confirmed",
  answeredAt: null,
  ...more,
});

describe("the morning on which it comes", () => {
  test.each([
    ["Europe/Lisbon", -5, "2026-12-03T09:00:00Z"],
    ["Europe/Lisbon", 1, "2026-12-09T09:00:00Z"],
    ["Asia/Kathmandu", 1, "2026-12-10T03:15:00Z"],
    ["America/New_York", 1, "2026-12-09T14:00:00Z"],
    ["Pacific/Kiritimati", -1, "2026-12-07T19:00:00Z"],
    ["Pacific/Pago_Pago", 7, "2026-12-15T20:00:00Z"],
  ])("is nine on the reader's own calendar: %s, %i days", (zone, days, expected) => {
    const begin = zone === "Asia/Kathmandu" ? "2026-12-08T18:30:00Z" : "2026-12-08T18:00:00Z";
    expect(new Date(dueAt(beside(days, begin), zone)).toISOString()).toBe(expected.replace("Z", ".000Z"));
  });

  test("is nine on the clock across both changes of it", () => {
    // Lisbon's clocks go back on 25 October 2026 and forward on 28 March 2027.
    expect(dueAt(beside(7, "2026-10-20T18:00:00Z"), lisbon.zone)).toBe(at("2026-10-27T09:00:00Z"));
    expect(dueAt(beside(-5, "2026-10-27T18:00:00Z"), lisbon.zone)).toBe(at("2026-10-22T08:00:00Z"));
    expect(dueAt(beside(1, "2027-03-27T18:00:00Z"), lisbon.zone)).toBe(at("2027-03-28T08:00:00Z"));
    expect(dueAt(beside(-1, "2027-03-29T18:00:00Z"), lisbon.zone)).toBe(at("2027-03-28T08:00:00Z"));
  });

  test("moves with the session, by as many local days and wherever the reader is", () => {
    for (const zone of [
      "Europe/Lisbon",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Apia",
    ])
      for (const days of [-60, -31, -5, -1, 1, 7, 14, 97, 120]) {
        const first = beside(days, "2026-10-01T16:00:00Z");
        for (let later = 1; later < 300; later += 23) {
          const moved = {
            ...first,
            during: session(new Date(first.during.start + later * day).toISOString()),
          };
          const apart = Date.parse(dueDate(moved, zone)) - Date.parse(dueDate(first, zone));
          expect(apart).toBe((localDay(moved.during.start, zone) - localDay(first.during.start, zone)) * day);
          expect(clockOf(dueAt(moved, zone), zone)).toBe("09:00");
        }
      }
  });
});

const localDay = (ms: number, zone: string) =>
  Date.parse(new Intl.DateTimeFormat("sv", { timeZone: zone }).format(ms)) / day;
const clockOf = (ms: number, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(ms);

describe("how long it is of use", () => {
  test("before a session, until that begins; after it, for two weeks", () => {
    expect(timeToShow(beside(-5), lisbon)).toEqual({
      from: at("2026-12-03T09:00:00Z"),
      until: at("2026-12-08T18:00:00Z"),
    });
    expect(timeToShow(beside(1), lisbon)).toEqual({
      from: at("2026-12-09T09:00:00Z"),
      until: at("2026-12-23T09:00:00Z"),
    });
  });

  test("the morning after a night begins when the night is over", () => {
    const night = beside(1, "", { during: session("2026-12-08T22:00:00Z", 12) });
    expect(timeToShow(night, lisbon).from).toBe(at("2026-12-09T10:00:00Z"));
  });

  test.each([
    ["requested", false],
    ["confirmed", true],
    ["completed", true],
    ["no_show", true],
    ["cancelled", false],
    ["declined", false],
    ["held", false],
    ["expired", false],
  ])("beside a session that is %s", (status, isThere) => {
    const one = beside(-1, undefined, { status });
    const now = at("2026-12-08T12:00:00Z");
    expect(hasComeDue(one, lisbon, now)).toBe(isThere);
    expect(theOneShown([one], lisbon, now)).toBe(isThere ? one : undefined);
  });
});

describe("in the days round guidance", () => {
  const guidance = session("2026-12-08T10:00:00Z", 6);
  const quiet = { zone: "Europe/Lisbon", still: [guidance] };
  const quietEnds = guidance.end + 48 * hour;

  test("what belongs to it comes, and what belongs to another session waits until they end", () => {
    const own = { ...beside(1), during: guidance };
    expect(timeToShow(own, quiet).from).toBe(at("2026-12-09T09:00:00Z"));
    for (const other of [beside(-3, "2026-12-12T18:00:00Z"), beside(7, "2026-12-02T18:00:00Z")])
      expect(timeToShow(other, quiet).from).toBe(quietEnds);
    const before = beside(-5, "2026-12-12T18:00:00Z");
    expect(timeToShow(before, quiet).from).toBe(at("2026-12-07T09:00:00Z"));
  });

  test("what waited does not push aside what is newer than its end", () => {
    const waited = beside(-3, "2026-12-12T18:00:00Z");
    const own = { ...beside(3), during: guidance };
    expect(theOneShown([waited, own], quiet, quietEnds)).toBe(waited);
    expect(theOneShown([waited, own], quiet, quietEnds - 1)).toBeUndefined();
    expect(theOneShown([waited, own], quiet, at("2026-12-11T09:00:00Z"))).toBe(own);
  });

  test("what would only come once its session has begun does not come", () => {
    const late = beside(-1, "2026-12-10T12:00:00Z");
    for (let now = guidance.start - 3 * day; now < guidance.end + 5 * day; now += hour)
      expect(theOneShown([late], quiet, now)).toBeUndefined();
  });
});

describe("one at a time", () => {
  const [five, one, after] = [beside(-5), beside(-1), beside(1)];
  const all = [five, one, after];

  test("it is the newest that has come due", () => {
    expect(theOneShown(all, lisbon, at("2026-12-03T08:59:59Z"))).toBeUndefined();
    expect(theOneShown(all, lisbon, at("2026-12-03T09:00:00Z"))).toBe(five);
    expect(theOneShown(all, lisbon, at("2026-12-07T09:00:00Z"))).toBe(one);
    expect(theOneShown(all, lisbon, at("2026-12-08T18:00:00Z"))).toBeUndefined();
    expect(theOneShown(all, lisbon, at("2026-12-09T09:00:00Z"))).toBe(after);
    expect(theOneShown(all, lisbon, at("2026-12-23T09:00:00Z"))).toBeUndefined();
  });

  test("what has been answered since it came due is not shown, and no older one comes back", () => {
    const now = at("2026-12-07T12:00:00Z");
    const answered = { ...one, answeredAt: at("2026-12-07T09:00:00Z") };
    expect(theOneShown([five, answered], lisbon, now)).toBeUndefined();
    const answeredBefore = { ...one, answeredAt: at("2026-12-07T08:59:59Z") };
    expect(theOneShown([five, answeredBefore], lisbon, now)).toBe(answeredBefore);
  });

  test("there is never more than one, and what is shown has come due, is of use and stands", () => {
    for (let days = -60; days <= 60; days += 1) {
      if (days === 0) continue;
      const many = [
        beside(days),
        beside(days + 61),
        beside(-days, "2026-12-20T18:00:00Z", { status: "cancelled" }),
      ];
      for (let now = at("2026-10-01T00:00:00Z"); now < at("2027-05-01T00:00:00Z"); now += 31 * hour) {
        const shown = theOneShown(many, lisbon, now);
        if (!shown) continue;
        expect(shown.status).toBe("confirmed");
        const { from, until } = timeToShow(shown, lisbon);
        expect(from <= now && now < until).toBe(true);
      }
    }
  });
});
