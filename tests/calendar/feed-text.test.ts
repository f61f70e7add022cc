import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { etagOf, type FeedEntry, feedText, isKnown } from "#lib/calendar/feed/feed-text.ts";
import { tokenInFile } from "#lib/calendar/feed/token.ts";

const entry: FeedEntry = {
  uid: "8d1f5d0e@attune",
  sequence: 2,
  start: Date.UTC(2026, 11, 8, 18),
  end: Date.UTC(2026, 11, 8, 19, 15),
  title: "Meeting with S.",
  status: "certain",
  changedAt: Date.UTC(2026, 11, 1, 9, 30),
};

describe("a calendar to come back for", () => {
  test("asks to be read again in an hour, in both ways that programs understand", () => {
    const text = feedText([entry]);
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    expect(text).toContain("X-PUBLISHED-TTL:PT1H\r\n");
    expect(text).toContain("X-WR-CALNAME:Meetings\r\n");
    expect(text).not.toMatch(/^METHOD/m);
  });

  test("says when, in UTC, and a title; nothing about anybody else", () => {
    const text = feedText([entry]);
    expect(text).toContain("DTSTART:20261208T180000Z\r\n");
    expect(text).toContain("DTEND:20261208T191500Z\r\n");
    expect(text).not.toMatch(/VTIMEZONE|TZID|ATTENDEE|ORGANIZER|DESCRIPTION|LOCATION|URL/);
    const [event] = eventsOf(text);
    expect(event).toMatchObject({
      uid: entry.uid,
      sequence: 2,
      summary: "Meeting with S.",
      class: "PRIVATE",
    });
  });

  test.each([
    ["certain", "CONFIRMED", "OPAQUE"],
    ["asked", "TENTATIVE", "OPAQUE"],
    ["off", "CANCELLED", "TRANSPARENT"],
  ] as const)("a time that is %s stands there as %s", (status, word, transp) => {
    expect(eventsOf(feedText([{ ...entry, status }]))[0]).toMatchObject({ status: word, transp });
  });

  test("is a calendar even when it is empty", () => {
    expect(eventsOf(feedText([]))).toEqual([]);
  });

  test("is the same text whenever it is asked for, and another when anything in it changes", () => {
    const known = etagOf(feedText([entry]));
    expect(etagOf(feedText([{ ...entry }]))).toBe(known);
    const changes = [
      { sequence: 3 },
      { start: entry.start + 1_000 },
      { status: "off" as const },
      { title: "M" },
    ];
    for (const change of changes) expect(etagOf(feedText([{ ...entry, ...change }]))).not.toBe(known);
  });

  test("reads back as it was meant, and gains no line, whatever is in it", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\r\nMETHOD:CANCEL", "\\n\\,;:", "ü".repeat(90)),
    );
    const entries = fc.array(
      fc.record({
        uid: fc.uuid().map((id) => `${id}@attune`),
        sequence: fc.nat(99),
        start: fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1_000),
        title: odd,
        status: fc.constantFrom("certain" as const, "asked" as const, "off" as const),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, (some) => {
        const text = feedText(
          some.map((one) => ({ ...entry, ...one, end: one.start + 3_600_000, changedAt: one.start })),
        );
        const read = eventsOf(text);
        expect(read.map(({ uid, sequence, start }) => ({ uid, sequence, start }))).toEqual(
          some.map(({ uid, sequence, start }) => ({ uid, sequence, start })),
        );
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
        expect(text.match(/^(METHOD|ATTENDEE)/m)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

test("a program is told that nothing is new only when it names this very text", () => {
  for (const known of ['"a"', 'W/"a"', '"b", W/"a"', "*"]) expect(isKnown(known, '"a"')).toBe(true);
  for (const other of [null, "", '"b"', "a", '"a', 'W/"b"']) expect(isKnown(other, '"a"')).toBe(false);
});

test("only what could be a token of ours is looked for", () => {
  const token = "A".repeat(43);
  expect(tokenInFile(`${token}.ics`)).toBe(token);
  for (const file of [
    "",
    ".ics",
    token,
    `${token}.ICS`,
    `${token}A.ics`,
    `${token}.ics.ics`,
    `../${token}.ics`,
  ])
    expect(tokenInFile(file)).toBeUndefined();
});

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((event) => {
    const value = (name: string) => event.getFirstPropertyValue(name);
    return {
      uid: value("uid"),
      sequence: value("sequence"),
      start: (value("dtstart") as ICAL.Time).toJSDate().getTime(),
      summary: value("summary"),
      status: value("status"),
      transp: value("transp"),
      class: value("class"),
    };
  });
}
