import { describe, expect, test } from "vitest";
import { overviewDue } from "#lib/bookings/overview/due.ts";

const at = (iso: string) => Date.parse(iso);

/** The date whose overview is due then. */
const due = (iso: string, zone: string, overviewAt = 7 * 60) =>
  overviewDue({ zone, overviewAt }, at(iso))?.date;

describe("a coach's overview of the day", () => {
  test("is due from the hour they chose until noon, on their own clock", () => {
    expect(due("2026-12-08T06:59:59Z", "Europe/Lisbon")).toBeUndefined();
    expect(due("2026-12-08T07:00:00Z", "Europe/Lisbon")).toBe("2026-12-08");
    expect(due("2026-12-08T11:59:59Z", "Europe/Lisbon")).toBe("2026-12-08");
    expect(due("2026-12-08T12:00:00Z", "Europe/Lisbon")).toBeUndefined();
    expect(due("2026-12-07T22:00:00Z", "Asia/Tokyo")).toBe("2026-12-08");
    expect(due("2026-12-08T15:00:00Z", "America/Los_Angeles")).toBe("2026-12-08");
  });

  test("comes at the same hour on the wall across both changes of the clocks", () => {
    expect(overviewDue({ zone: "Europe/Lisbon", overviewAt: 420 }, at("2026-10-25T09:00:00Z"))).toEqual({
      date: "2026-10-25",
      since: at("2026-10-25T07:00:00Z"),
      until: at("2026-10-25T12:00:00Z"),
    });
    expect(overviewDue({ zone: "Europe/Lisbon", overviewAt: 420 }, at("2027-03-28T09:00:00Z"))).toEqual({
      date: "2027-03-28",
      since: at("2027-03-28T06:00:00Z"),
      until: at("2027-03-28T11:00:00Z"),
    });
  });

  test("comes at the first time there is where the clocks skip the hour", () => {
    expect(due("2027-03-28T00:59:59Z", "Europe/Lisbon", 90)).toBeUndefined();
    expect(due("2027-03-28T01:00:00Z", "Europe/Lisbon", 90)).toBe("2027-03-28");
  });

  test("never comes after noon, whatever hour was chosen", () => {
    for (let hour = 0; hour < 24; hour += 1)
      expect(due(`2026-12-08T${String(hour).padStart(2, "0")}:30:00Z`, "UTC", 13 * 60)).toBeUndefined();
  });
});
