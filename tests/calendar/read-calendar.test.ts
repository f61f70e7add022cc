import { describe, expect, test } from "vitest";
import { caps } from "#lib/calendar/busy/caps.ts";
import { readCalendar, readWindow } from "#lib/calendar/busy/read-calendar.ts";
import { readInWorker } from "#lib/calendar/busy/read-in-worker.ts";
import { windowsZones } from "#lib/calendar/busy/windows-zones.ts";
import { zoneMeant } from "#lib/calendar/busy/zone-names.ts";
import { isZone } from "#lib/time/zones.ts";
import { bombs } from "./written/bombs.ts";
import { makeFeed } from "./written/make-meetings.ts";
import { mutate } from "./written/mutate.ts";
import { readMany } from "./written/read-many.ts";
import { busyByModel } from "./written/reference.ts";
import { styles, writeFeed } from "./written/write-feed.ts";

// A Wednesday, some months before and after the clocks change.
const reader = { zone: "Europe/Lisbon", now: Date.parse("2026-11-25T10:00:00Z") };
const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
const entry = (...lines: string[]) => ["BEGIN:VEVENT", "UID:a", ...lines, "END:VEVENT"];
const spans = (text: string, zone = reader.zone) =>
  readCalendar(text, { ...reader, zone }).map(
    ({ start, end }) =>
      `${new Date(start).toISOString().slice(0, 16)} ${new Date(end).toISOString().slice(0, 16)}`,
  );
const read = (...lines: string[]) => spans(calendar(...entry(...lines)));
const problem = (name: string) => expect.objectContaining({ name: "FeedProblem", problem: name });

describe("a time", () => {
  test.each([
    ["in UTC", "DTSTART:20261201T100000Z", "2026-12-01T10:00 2026-12-01T11:00"],
    ["in a named zone", "DTSTART;TZID=Europe/Berlin:20261201T100000", "2026-12-01T09:00 2026-12-01T10:00"],
    [
      "in Windows’ name",
      "DTSTART;TZID=W. Europe Standard Time:20261201T100000",
      "2026-12-01T09:00 2026-12-01T10:00",
    ],
    ["in quotes", 'DTSTART;TZID="Tokyo Standard Time":20261201T100000', "2026-12-01T01:00 2026-12-01T02:00"],
    [
      "in Evolution’s name",
      "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261201T100000",
      "2026-12-01T01:00 2026-12-01T02:00",
    ],
    ["of no zone is the coach’s", "DTSTART:20260701T100000", undefined],
    ["of no zone in winter", "DTSTART:20261201T100000", "2026-12-01T10:00 2026-12-01T11:00"],
    [
      "in a zone that nobody knows is all day everywhere",
      "DTSTART;TZID=Mars:20261201T100000",
      "2026-11-30T10:00 2026-12-02T12:00",
    ],
  ])("%s", (_, start, expected) => {
    expect(read(start, "DURATION:PT1H")).toEqual(expected ? [expected] : []);
  });

  test("says nothing of the clocks that the file makes up", () => {
    const made = ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19700101T000000"];
    const rest = ["TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE"];
    const one = entry("DTSTART;TZID=Europe/Berlin:20261201T100000", "DURATION:PT1H");
    expect(spans(calendar(...made, ...rest, ...one))).toEqual(["2026-12-01T09:00 2026-12-01T10:00"]);
  });

  test("of a whole day is a day where the coach is", () => {
    const text = calendar(...entry("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"));
    expect(spans(text, "America/Chicago")).toEqual(["2026-12-01T06:00 2026-12-03T06:00"]);
    expect(spans(calendar(...entry("DTSTART;VALUE=DATE:20261201")), "Asia/Kathmandu")).toEqual([
      "2026-11-30T18:15 2026-12-01T18:15",
    ]);
  });

  test("that clocks leave out comes after them, and one that they show twice is the first", () => {
    const at = (start: string) => read(`DTSTART;TZID=America/New_York:${start}`, "DURATION:PT10M");
    expect(at("20270314T023000")).toEqual(["2027-03-14T07:30 2027-03-14T07:40"]);
    const text = calendar(...entry("DTSTART;TZID=America/New_York:20261101T013000", "DURATION:PT10M"));
    const then = { ...reader, now: Date.parse("2026-10-31T10:00:00Z") };
    expect(readCalendar(text, then)[0]?.start).toBe(Date.parse("2026-11-01T05:30:00Z"));
  });
});

describe("an entry", () => {
  test.each([
    ["is free", "TRANSP:TRANSPARENT"],
    ["is off", "STATUS:CANCELLED"],
    ["is free as Outlook says it", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
  ])("that %s does not count", (_, line) => {
    expect(read("DTSTART:20261201T100000Z", "DURATION:PT1H", line)).toEqual([]);
    expect(read("DTSTART:20261201T100000Z", "DURATION:PT1H", "X-OTHER:FREE")).toHaveLength(1);
  });

  test("that repeats leaves out what is excepted, and takes place where it was moved to", () => {
    const series = [
      ...entry(
        "DTSTART;TZID=Europe/Berlin:20261130T100000",
        "DTEND;TZID=Europe/Berlin:20261130T110000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20261207T100000",
      ),
      ...entry("RECURRENCE-ID:20261214T090000Z", "DTSTART:20261215T150000Z", "DURATION:PT30M"),
    ];
    expect(spans(calendar(...series))).toEqual([
      "2026-11-30T09:00 2026-11-30T10:00",
      "2026-12-15T15:00 2026-12-15T15:30",
      "2026-12-21T09:00 2026-12-21T10:00",
    ]);
  });

  test("that lasts over a change of the clocks lasts as long as it lasts", () => {
    expect(
      read("DTSTART;TZID=Europe/Berlin:20270327T220000", "DTEND;TZID=Europe/Berlin:20270328T060000"),
    ).toEqual(["2027-03-27T21:00 2027-03-28T04:00"]);
    expect(read("DTSTART;TZID=Europe/Berlin:20270327T220000", "DURATION:P1D")).toEqual([
      "2027-03-27T21:00 2027-03-28T20:00",
    ]);
  });

  test("joins what it touches, and ends where the days that are read end", () => {
    const two = [
      ...entry("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"),
      ...entry("DTSTART:20261201T110000Z", "DTEND:20261201T120000Z"),
      ...entry("DTSTART:20270524T100000Z", "DURATION:P9W"),
    ];
    const { end } = readWindow(reader);
    expect(spans(calendar(...two))).toEqual([
      "2026-12-01T10:00 2026-12-01T12:00",
      `2027-05-24T10:00 ${new Date(end).toISOString().slice(0, 16)}`,
    ]);
  });

  test("of 29 February does not come on 1 March, nor one of the 31st on the 1st", () => {
    expect(read("DTSTART:20240229T100000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY")).toEqual([]);
    expect(read("DTSTART:20260131T100000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY")).toEqual([
      "2026-12-31T10:00 2026-12-31T11:00",
      "2027-01-31T10:00 2027-01-31T11:00",
      "2027-03-31T10:00 2027-03-31T11:00",
    ]);
  });

  test("of every day for eleven years is read in a moment", () => {
    expect(read("DTSTART:20150101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")).toHaveLength(182);
    expect(read("DTSTART:20150101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4352")).toHaveLength(7);
  });
});

test("a calendar that only tells when its owner is busy is read too", () => {
  const told = (...lines: string[]) =>
    spans(
      calendar(
        "BEGIN:VFREEBUSY",
        "DTSTART:20261201T000000Z",
        "DTEND:20261231T000000Z",
        ...lines,
        "END:VFREEBUSY",
      ),
    );
  expect(
    told(
      "FREEBUSY:20261201T100000Z/PT1H,20261202T100000Z/20261202T113000Z",
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261203T100000Z/PT3",
      " 0M",
      "FREEBUSY;FBTYPE=FREE:20261204T100000Z/PT8H",
    ),
  ).toEqual([
    "2026-12-01T10:00 2026-12-01T11:00",
    "2026-12-02T10:00 2026-12-02T11:30",
    "2026-12-03T10:00 2026-12-03T10:30",
  ]);
  expect(told()).toEqual([]);
  for (const broken of ["", "20261201T100000Z", "20261201T100000Z/", "/PT1H", "soon/later"])
    expect(() => told(`FREEBUSY:${broken}`), broken).toThrow(problem("unreadable"));
});

test.each([
  ["is cut off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T100000Z\r\n", "unreadable"],
  ["has a time that is none", calendar(...entry("DTSTART:20261301T100000Z")), "unreadable"],
  [
    "changes a series from some time on",
    calendar(...entry("DTSTART:20261201T100000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z")),
    "unreadable",
  ],
  ["has too many entries", bombs["many entries"] ?? "", "too_much"],
  ["repeats too often", bombs["every second"] ?? "", "too_much"],
])("a calendar that %s is not read at all", (_, text, name) => {
  expect(() => readCalendar(text, reader)).toThrow(problem(name));
});

test.each(styles)("calendars in the style of %s say when their owners are busy", (style) => {
  const feeds = Array.from({ length: 60 }, (_, seed) => makeFeed(seed)).filter(
    (feed) => feed.style === style,
  );
  for (const feed of feeds)
    expect(readCalendar(writeFeed(style, feed.meetings), feed)).toEqual(busyByModel(feed.meetings, feed));
  expect(feeds.length).toBeGreaterThan(5);
});

test("every zone of Windows has a place", () => {
  expect(Object.values(windowsZones).filter((zone) => !isZone(zone))).toEqual([]);
  expect(["w. europe standard time", "tzone://Microsoft/Utc", "Europe/Berlin"].map(zoneMeant)).toEqual([
    "Europe/Berlin",
    "UTC",
    "Europe/Berlin",
  ]);
  expect(["", "+02:00", "Customized Time Zone", "/Mars"].map(zoneMeant)).toEqual(Array(4).fill(undefined));
});

describe("the thread that reads", () => {
  test("gives what reading gives", async () => {
    const { style, meetings, ...others } = makeFeed(7);
    expect(await readInWorker(writeFeed(style, meetings), others)).toEqual(busyByModel(meetings, others));
  });

  test("is ended when it takes too long, or too much memory", async () => {
    const text = bombs["a thousand million weeks"] ?? "";
    const loose = { ...caps, interval: 1e9, patience: 300 };
    await expect(readInWorker(text, reader, loose)).rejects.toEqual(problem("too_much"));
    const much = calendar(
      ...entry("DTSTART:20261201T100000Z", `RDATE:${"20261201T100000Z,".repeat(110_000)}20261201T100000Z`),
    );
    await expect(readInWorker(much, reader, { ...caps, memory: 8, patience: 10_000 })).rejects.toEqual(
      problem("too_much"),
    );
  });

  test("comes to an end with calendars that are broken in any way", async () => {
    const texts = Array.from({ length: 150 }, (_, seed) => {
      const { style, meetings } = makeFeed(seed % 10);
      return mutate(writeFeed(style, meetings), seed);
    });
    const { outcomes, slow } = await readMany(texts, reader);
    expect(outcomes.length + slow.length).toBe(texts.length);
    expect([...new Set(outcomes)].sort()).toEqual(["busy", "too_much", "unreadable"]);
  });
});
