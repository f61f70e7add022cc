import { Temporal } from "temporal-polyfill";
import type { Meeting, Repeat, Standing, WallTime } from "./meeting.ts";

export const styles = ["google", "outlook", "apple", "proton", "nextcloud"] as const;
export type Style = (typeof styles)[number];

const makers: Record<Style, string> = {
  google: "-//Google Inc//Google Calendar 70.9054//EN",
  outlook: "Microsoft Exchange Server 2010",
  apple: "-//Apple Inc.//macOS 26.1//EN",
  proton: "-//Proton AG//WebCalendar 5.0.62//EN",
  nextcloud: "-//IDN nextcloud.com//Calendar app 5.3.1//EN",
};
const weekdayNames = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A calendar as this maker would write it, with all that stands around the times. */
export function writeFeed(style: Style, meetings: Meeting[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    `PRODID:${makers[style]}`,
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    ...(style === "proton"
      ? []
      : ["METHOD:PUBLISH", "X-WR-CALNAME:Daily life, and more", "X-WR-TIMEZONE:Asia/Tokyo"]),
    ...zoneLines(style, meetings),
    ...meetings.flatMap((meeting) => meetingLines(style, meeting)),
    "END:VCALENDAR",
  ];
  const end = style === "proton" || style === "nextcloud" ? "\n" : "\r\n";
  return lines.map((line) => folded(line, end)).join(end) + end;
}

/** At 75 octets, which may be in the middle of a word or beside an emoji, but never within one. */
function folded(line: string, end: string): string {
  const rows: string[] = [];
  let row = "";
  for (const letter of line) {
    if (Buffer.byteLength(row + letter) > 75) {
      rows.push(row);
      row = " ";
    }
    row += letter;
  }
  return [...rows, row].join(end);
}

// What it says of the clocks is wrong on purpose for one maker: nobody may believe it.
function zoneLines(style: Style, meetings: Meeting[]): string[] {
  const names = new Set(meetings.flatMap(({ clock }) => ("written" in clock ? [clock.written] : [])));
  return [...names].flatMap((name) => [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    "BEGIN:STANDARD",
    style === "outlook" ? "DTSTART:16010101T030000" : "DTSTART:19701025T030000",
    `TZOFFSETFROM:${style === "nextcloud" ? "+0900" : "+0200"}`,
    `TZOFFSETTO:${style === "nextcloud" ? "+0900" : "+0100"}`,
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
  ]);
}

function meetingLines(style: Style, meeting: Meeting): string[] {
  const { repeat, gone, extra, moved, start, length, standing } = meeting;
  const clock = start.slice(11);
  const away = gone.map((date) => `${date}T${clock}`);
  const series = [
    ...(repeat ? [`RRULE:${ruleText(style, meeting, repeat)}`] : []),
    // Some write them all in one line, some each in its own.
    ...(style === "outlook" && away.length > 0
      ? [property("EXDATE", meeting, ...away)]
      : away.map((at) => property("EXDATE", meeting, at))),
    ...(extra.length > 0 ? [property("RDATE", meeting, ...extra)] : []),
  ];
  return [
    ...entryLines(style, meeting, { start, length, standing }, series),
    ...moved.flatMap((one) =>
      entryLines(style, meeting, one, [property("RECURRENCE-ID", meeting, `${one.date}T${clock}`)]),
    ),
  ];
}

function entryLines(
  style: Style,
  meeting: Meeting,
  { start, length, standing }: { start: WallTime; length: number; standing: Standing },
  more: string[],
): string[] {
  return [
    "BEGIN:VEVENT",
    "DTSTAMP:20261120T091500Z",
    `UID:${meeting.uid}`,
    ...(style === "apple" || style === "nextcloud" ? ["SEQUENCE:2", "CREATED:20250102T080000Z"] : []),
    property("DTSTART", meeting, start),
    lengthLine(meeting, start, length),
    ...more,
    style === "proton"
      ? "SUMMARY:Busy"
      : "SUMMARY:Lunch with Zoë\\, Ján and 日本の友だち 🍜🍜🍜 in the long room behind the other one\\; bring cake",
    ...(style === "google"
      ? ["DESCRIPTION:BEGIN:VEVENT is no line here\\nDTSTART:20260101T000000Z neither"]
      : []),
    ...standingLines(style, standing),
    ...(style === "apple"
      ? ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DURATION:PT5M", "REPEAT:2", "END:VALARM"]
      : []),
    "END:VEVENT",
  ];
}

function standingLines(style: Style, standing: Standing): string[] {
  const status =
    standing === "cancelled" ? "CANCELLED" : standing === "tentative" ? "TENTATIVE" : "CONFIRMED";
  if (style !== "outlook")
    return [`STATUS:${status}`, `TRANSP:${standing === "free" ? "TRANSPARENT" : "OPAQUE"}`];
  const words: Record<Standing, string> = {
    busy: "BUSY",
    tentative: "TENTATIVE",
    free: "FREE",
    cancelled: "BUSY",
  };
  return [`STATUS:${status}`, `X-MICROSOFT-CDO-BUSYSTATUS:${words[standing]}`, "CLASS:PUBLIC", "PRIORITY:5"];
}

/** "20261201T100000", "20261201" for a whole day. */
const plain = (at: WallTime, isDay: boolean) =>
  isDay ? at.slice(0, 10).replaceAll("-", "") : `${at.replace(/[-:]/g, "")}00`;

function property(name: string, { clock }: Meeting, ...times: WallTime[]): string {
  const isDay = clock.kind === "day";
  const zone =
    "written" in clock ? `;TZID=${/[:;,]/.test(clock.written) ? `"${clock.written}"` : clock.written}` : "";
  const values = times.map((at) => `${plain(at, isDay)}${clock.kind === "utc" ? "Z" : ""}`);
  return `${name}${isDay ? ";VALUE=DATE" : zone}:${values.join(",")}`;
}

function lengthLine(meeting: Meeting, start: WallTime, length: number): string {
  const { clock, lengthBy } = meeting;
  const wall = Temporal.PlainDateTime.from(start);
  const isDay = clock.kind === "day";
  if (lengthBy === "duration") {
    const [days, minutes] = isDay ? [length, 0] : [Math.floor(length / 1440), length % 1440];
    const time =
      minutes > 0
        ? `T${minutes >= 60 ? `${Math.floor(minutes / 60)}H` : ""}${minutes % 60 ? `${minutes % 60}M` : ""}`
        : "";
    return `DURATION:P${days > 0 ? `${days}D` : ""}${time}${days === 0 && time === "" ? "T0S" : ""}`;
  }
  const end = isDay
    ? wall.add({ days: length })
    : clock.kind === "zone"
      ? wall.toZonedDateTime(clock.zone).add({ minutes: length }).toPlainDateTime()
      : wall.add({ minutes: length });
  // When clocks go back, an end on the wall may be one of two, and only a length can say which.
  const isTold =
    clock.kind !== "zone" ||
    wall.toZonedDateTime(clock.zone).add({ minutes: length }).equals(end.toZonedDateTime(clock.zone));
  if (!isTold) return `DURATION:PT${length}M`;
  return property("DTEND", meeting, end.toString({ smallestUnit: "minute" }));
}

function ruleText(style: Style, { clock, start }: Meeting, repeat: Repeat): string {
  const { every, interval, weekdays, nth, weekStart, count, until } = repeat;
  const own = Temporal.PlainDateTime.from(start);
  const frequency = {
    day: "DAILY",
    week: "WEEKLY",
    month: "MONTHLY",
    "month-weekday": "MONTHLY",
    year: "YEARLY",
  }[every];
  const parts = [`FREQ=${frequency}`];
  if (weekStart === 7) parts.push("WKST=SU");
  if (until) parts.push(`UNTIL=${untilText(clock, until, start)}`);
  if (count) parts.push(`COUNT=${count}`);
  if (interval > 1 || style === "outlook") parts.push(`INTERVAL=${interval}`);
  if (weekdays) parts.push(`BYDAY=${weekdays.map((one) => weekdayNames[one]).join(",")}`);
  if (every === "month" && style !== "google") parts.push(`BYMONTHDAY=${own.day}`);
  if (every === "month-weekday")
    parts.push(
      style === "outlook"
        ? `BYDAY=${weekdayNames[own.dayOfWeek]};BYSETPOS=${nth}`
        : `BYDAY=${nth}${weekdayNames[own.dayOfWeek]}`,
    );
  if (every === "year" && style === "apple") parts.push(`BYMONTH=${own.month}`);
  return parts.join(";");
}

function untilText(clock: Meeting["clock"], until: string, start: WallTime): string {
  if (clock.kind === "day") return plain(until, true);
  const last = Temporal.PlainDateTime.from(`${until}T${start.slice(11)}`);
  if (clock.kind === "floating") return `${plain(last.toString({ smallestUnit: "minute" }), false)}`;
  const zone = clock.kind === "zone" ? clock.zone : "UTC";
  const utc = last.toZonedDateTime(zone).withTimeZone("UTC").toPlainDateTime();
  return `${plain(utc.toString({ smallestUnit: "minute" }), false)}Z`;
}
