const entry = (...lines: string[]) => ["BEGIN:VEVENT", "UID:bomb", ...lines, "END:VEVENT"];
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const rule = (text: string, start = "20150106T100000Z") =>
  calendar(...entry(`DTSTART:${start}`, "DURATION:PT1H", `RRULE:${text}`));
const list = (most: number) => Array.from({ length: most }, (_, at) => at + 1).join(",");

/** Small calendars that ask for more time or memory than anybody has. */
export const bombs: Record<string, string> = {
  "a thousand million weeks": rule("FREQ=WEEKLY;BYDAY=MO;INTERVAL=99999999"),
  "every second": rule("FREQ=SECONDLY"),
  "every minute": rule("FREQ=MINUTELY;INTERVAL=2"),
  "every hour": rule("FREQ=HOURLY"),
  "a thousand million times": rule("FREQ=DAILY;COUNT=1000000000"),
  "a thousand million Mondays": rule("FREQ=WEEKLY;BYDAY=MO;COUNT=999999999"),
  "30 February, by days": rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
  "30 February, by weeks": rule("FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO"),
  "30 February, by months": rule("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"),
  "30 February, by years": rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
  "no such hour": rule("FREQ=HOURLY;BYHOUR=25"),
  "no such month": rule("FREQ=MONTHLY;BYMONTH=13"),
  "no such week": rule("FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO"),
  "a hundred seconds": rule(`FREQ=DAILY;BYSECOND=${list(59)};BYMINUTE=${list(59)};BYHOUR=${list(23)}`),
  "a list without end": rule(`FREQ=YEARLY;BYYEARDAY=${list(366)}`),
  "the last of nothing": rule("FREQ=MONTHLY;BYSETPOS=-1"),
  "the 366th of each": rule("FREQ=YEARLY;BYDAY=MO;BYSETPOS=366"),
  "from the year one": rule("FREQ=MONTHLY;BYMONTHDAY=31", "01010131T100000Z"),
  "until the year 9999": rule("FREQ=YEARLY;INTERVAL=1000;UNTIL=99991231T235959Z", "99990101T000000Z"),
  "many rules": calendar(
    ...entry("DTSTART:20150106T100000Z", "DURATION:PT1H", ...Array<string>(2_000).fill("RRULE:FREQ=MONTHLY")),
  ),
  "many entries": calendar(
    ...Array.from({ length: 5_001 }, () => entry("DTSTART:20260106T100000Z", "DURATION:PT1H")).flat(),
  ),
  "many daily entries": calendar(
    ...Array.from({ length: 4_900 }, (_, at) =>
      entry(`DTSTART:20200106T${String(10 + (at % 10))}0000Z`, "DURATION:PT1M", "RRULE:FREQ=DAILY"),
    ).flat(),
  ),
  "many dates": calendar(
    ...entry(
      "DTSTART:20260106T100000Z",
      "DURATION:PT1H",
      `RDATE:${Array<string>(90_000).fill("20261206T100000Z").join(",")}`,
    ),
  ),
  "many exceptions": calendar(
    ...entry(
      "DTSTART;TZID=Europe/Berlin:20200106T100000",
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY",
      ...Array<string>(30_000).fill("EXDATE;TZID=Europe/Berlin:20261206T100000"),
    ),
  ),
  "clocks that never end": calendar(
    "BEGIN:VTIMEZONE",
    "TZID:Odd",
    ...[
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=SECONDLY",
    ],
    ...["END:STANDARD", "END:VTIMEZONE"],
    ...entry("DTSTART;TZID=Odd:20261206T100000", "DURATION:PT1H"),
  ),
  "begins without end": `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\n".repeat(100_000)}`,
  "one long line": calendar(...entry(`DTSTART:${"2".repeat(1_900_000)}`)),
  "a line folded without end": `BEGIN:VCALENDAR\r\nX:${"a\r\n ".repeat(400_000)}\r\nEND:VCALENDAR\r\n`,
  "long as for ever": calendar(...entry("DTSTART:20200106T100000Z", "DURATION:P999999999W")),
  "an odd length": calendar(...entry("DTSTART:20200106T100000Z", `DURATION:P${"9".repeat(300)}D`)),
  "quotes without end": calendar(...entry(`DTSTART;TZID="${"a;".repeat(500_000)}:20260106T100000`)),
  "many parameters": calendar(...entry(`DTSTART;${"X=1;".repeat(400_000)}TZID=UTC:20260106T100000`)),
};
