import { describe, expect, test } from "vitest";
import { bookableWindow, changeableUntil, daysSpan, listDates, mayStillChange } from "#lib/bookings/rules.ts";

const at = (iso: string) => Date.parse(iso);

describe("when a session may be booked", () => {
  const type = { kind: "preparation", notice: 1440, horizonDays: 30 };

  test("from the notice period on, to the end of the coach's day that many days ahead", () => {
    expect(bookableWindow(type, "Europe/Lisbon", at("2026-12-01T08:00:00Z"))).toEqual({
      from: at("2026-12-02T08:00:00Z"),
      until: at("2027-01-01T00:00:00Z"),
    });
  });

  test("the coach's day counts, which may be tomorrow already", () => {
    expect(bookableWindow(type, "Asia/Tokyo", at("2026-12-01T16:00:00Z")).until).toBe(
      at("2027-01-01T15:00:00Z"),
    );
  });

  test("a day whose clocks change is as long as it is", () => {
    const short = { ...type, horizonDays: 1 };
    // On 25 October 2026 Lisbon has 25 hours.
    expect(bookableWindow(short, "Europe/Lisbon", at("2026-10-24T12:00:00Z")).until).toBe(
      at("2026-10-26T00:00:00Z"),
    );
    // On 29 March 2026 it has 23.
    expect(bookableWindow(short, "Europe/Lisbon", at("2026-03-28T12:00:00Z")).until).toBe(
      at("2026-03-29T23:00:00Z"),
    );
  });
});

describe("the days that a reader asks for", () => {
  test("begin and end at the reader's midnight", () => {
    expect(daysSpan("2026-12-01", 7, "America/New_York")).toEqual({
      start: at("2026-12-01T05:00:00Z"),
      end: at("2026-12-08T05:00:00Z"),
    });
  });

  test("begin when the day begins, where it has no midnight", () => {
    // In Beirut the clocks go from 00:00 to 01:00 on 29 March 2026.
    expect(daysSpan("2026-03-29", 1, "Asia/Beirut")).toEqual({
      start: at("2026-03-28T22:00:00Z"),
      end: at("2026-03-29T21:00:00Z"),
    });
  });

  test("are listed over the end of a month and a leap day", () => {
    expect(listDates("2028-02-28", 3)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  });
});

describe("until when a session may be cancelled", () => {
  const start = at("2026-12-03T10:00:00Z");
  const session = { start, kind: "preparation", cutOff: 1440, status: "confirmed" };

  test("by a client until the cut-off, to the millisecond", () => {
    expect(changeableUntil(session, "client")).toBe(at("2026-12-02T10:00:00Z"));
    expect(mayStillChange(session, "client", at("2026-12-02T09:59:59.999Z"))).toBe(true);
    expect(mayStillChange(session, "client", at("2026-12-02T10:00:00Z"))).toBe(false);
  });

  test("by the coach until it begins", () => {
    expect(mayStillChange(session, "coach", start - 1)).toBe(true);
    expect(mayStillChange(session, "coach", start)).toBe(false);
  });

  test("by anyone until it begins, when it is a day of guidance", () => {
    expect(mayStillChange({ ...session, kind: "guidance" }, "client", start - 1)).toBe(true);
  });

  test.each(["held", "completed", "cancelled", "declined", "no_show", "expired"])(
    "not when it is %s",
    (status) => {
      expect(mayStillChange({ ...session, status }, "coach", start - 1)).toBe(false);
    },
  );

  test("also while it is only asked for", () => {
    expect(mayStillChange({ ...session, status: "requested" }, "client", 0)).toBe(true);
  });
});
