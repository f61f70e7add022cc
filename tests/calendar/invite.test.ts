import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarFile, calendarInvite, type Invite } from "#lib/calendar/invite.ts";

const invite: Invite = {
  method: "REQUEST",
  uid: "8d1f5d0e@portal.example",
  sequence: 0,
  start: Date.UTC(2026, 11, 8, 18),
  end: Date.UTC(2026, 11, 8, 19, 15),
  title: "Meeting with S.",
  description:
    "Tuesday 8 December, 18:00 to 19:15, Lisbon time (Europe/Lisbon)\nhttps://portal.example/sessions/8d1f",
  location: "By video",
  organizer: { name: "Attune", email: "portal@portal.example" },
  attendee: { name: "Alex Moreira", email: "alex@example.org" },
  now: Date.UTC(2026, 11, 1, 9, 30),
};

describe("a calendar entry", () => {
  test("asks to be put in: when, with whom, and that no answer is waited for", () => {
    const { calendar, event } = parse(calendarInvite(invite));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(value(event, "uid")).toBe(invite.uid);
    expect(value(event, "sequence")).toBe(0);
    expect(value(event, "status")).toBe("CONFIRMED");
    expect(value(event, "summary")).toBe("Meeting with S.");
    expect(value(event, "location")).toBe("By video");
    expect(value(event, "organizer")).toBe("mailto:portal@portal.example");
    const attendee = event.getFirstProperty("attendee");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:alex@example.org");
    expect(attendee?.getFirstParameter("rsvp")).toBe("FALSE");
    expect(attendee?.getFirstParameter("partstat")).toBe("NEEDS-ACTION");
    expect(attendee?.getFirstParameter("cutype")).toBe("INDIVIDUAL");
    expect(String(value(event, "description"))).toContain("Answers to this entry are not read.");
  });

  test("says its times in UTC and needs no time zone of its own", () => {
    const text = calendarInvite(invite);
    expect(text).toContain("DTSTART:20261208T180000Z\r\n");
    expect(text).toContain("DTEND:20261208T191500Z\r\n");
    expect(text).toContain("DTSTAMP:20261201T093000Z\r\n");
    expect(text).toContain("LAST-MODIFIED:20261201T093000Z\r\n");
    expect(text).not.toContain("VTIMEZONE");
    expect(text).not.toContain("TZID");
  });

  test("asks to be taken out again under the same name, with a higher sequence", () => {
    const { calendar, event } = parse(calendarInvite({ ...invite, method: "CANCEL", sequence: 1 }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(value(event, "status")).toBe("CANCELLED");
    expect(value(event, "uid")).toBe(invite.uid);
    expect(value(event, "sequence")).toBe(1);
    expect(value(event, "organizer")).toBe("mailto:portal@portal.example");
    expect(event.getAllProperties("attendee")).toHaveLength(1);
  });

  test("is attached with the method that stands inside it, under a name that tells nothing", () => {
    for (const method of ["REQUEST", "CANCEL", "PUBLISH"] as const) {
      const file = calendarFile({ ...invite, method });
      expect(file.filename).toBe("invite.ics");
      expect(file.contentType).toBe(`text/calendar; charset=utf-8; method=${method}`);
      expect(parse(file.content).calendar.getFirstPropertyValue("method")).toBe(method);
    }
  });

  test("invites nobody when it is a file to keep", () => {
    const { calendar, event } = parse(calendarInvite({ ...invite, method: "PUBLISH" }));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(value(event, "status")).toBe("CONFIRMED");
    expect(event.getAllProperties("attendee")).toHaveLength(0);
  });

  test("never invites the sender to their own entry", () => {
    const { event } = parse(
      calendarInvite({ ...invite, attendee: { name: "X", email: "Portal@Portal.example" } }),
    );
    expect(event.getAllProperties("attendee")).toHaveLength(0);
  });

  test("reads back as it was meant, and gains no line, whatever is written into it", () => {
    const properties = parse(calendarInvite(invite)).event.getAllProperties().length;
    fc.assert(
      fc.property(odd, odd, odd, odd, (title, description, location, name) => {
        const text = calendarInvite({
          ...invite,
          title,
          description,
          location: `x${location}`,
          attendee: { ...invite.attendee, name },
        });
        const { event } = parse(text);
        expect(event.getAllProperties()).toHaveLength(properties);
        expect(value(event, "summary")).toBe(plain(title));
        expect(value(event, "location")).toBe(plain(`x${location}`));
        expect(event.getAllProperties("attendee")).toHaveLength(1);
        expect(value(event, "method")).toBeNull();
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const hostile = fc.constantFrom(
  "\r\nMETHOD:PUBLISH",
  "\nATTENDEE:mailto:eve@evil.example",
  "\u2028END:VEVENT",
  "\u0085BEGIN:VALARM",
  "\\n\\,;:",
  '"',
  "^n^^^'",
  "\ud83c\udf3f",
  "\ud800",
  "\0\u001b[2J",
  "ü".repeat(90),
);
const odd = fc.array(fc.oneof(hostile, fc.string({ unit: "binary" }))).map((parts) => parts.join(""));

const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replaceAll("\n", " ")
    .replace(/\p{Cc}/gu, "")
    .trim();

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("There is no event in it");
  expect(calendar.getAllSubcomponents()).toHaveLength(1);
  return { calendar, event };
}

const value = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name);
