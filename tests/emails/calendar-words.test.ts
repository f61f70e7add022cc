import { expect, test } from "vitest";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import { telling } from "./telling.ts";

process.env.DATABASE_URL = "postgres://localhost/none";

test.each(["REQUEST", "CANCEL"] as const)(
  "a calendar entry (%s) tells a bystander only that two people meet",
  (method) => {
    const meeting = {
      id: "8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
      during: { start: Date.UTC(2026, 11, 8, 18), end: Date.UTC(2026, 11, 8, 19) },
      icsUid: "8d1f5d0e@portal.example",
      icsSequence: 0,
      coachName: "Sergio",
    };
    const file = calendarFile(
      calendarEntry(method, meeting, { name: "Alex", email: "alex@example.org", zone: "Europe/Lisbon" }, 0),
    );
    const whole = Object.values(file).join("\n");
    expect(whole).not.toMatch(telling);
    expect(whole).not.toContain("Sergio");
    expect(whole).toContain("SUMMARY:Meeting with S.");
  },
);
