import { Temporal } from "temporal-polyfill";
import { type Chance, chanceOf } from "./chance.ts";
import type { Clock, Meeting, Repeat, Standing } from "./meeting.ts";
import { busyDates } from "./reference.ts";
import { type Style, styles } from "./write-feed.ts";

export type WrittenFeed = { style: Style; zone: string; now: number; meetings: Meeting[] };

const coachZones = [
  "Europe/Lisbon",
  "America/Chicago",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Pacific/Auckland",
  "UTC",
];
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Tokyo",
  "Africa/Cairo",
  "America/Santiago",
  "Pacific/Apia",
];
const windows: [string, string][] = [
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["Eastern Standard Time", "America/New_York"],
  ["Tokyo Standard Time", "Asia/Tokyo"],
  ["Pacific Standard Time (Mexico)", "America/Tijuana"],
  ["AUS Eastern Standard Time", "Australia/Sydney"],
  ["Central Brazilian Standard Time", "America/Cuiaba"],
  ["UTC", "UTC"],
];
const unknown = ["Customized Time Zone", "(UTC+01:00) Amsterdam, Berlin, Bern", "Mars/Olympus_Mons"];

/** What somebody might have in their calendar. The same number gives the same feed. Without `at`, at any time of two years. */
export function makeFeed(seed: number, at?: number): WrittenFeed {
  const chance = chanceOf(seed);
  const style = styles[seed % styles.length] ?? "google";
  // Around both changes of the clocks, and at all hours.
  const now = at ?? Date.UTC(2026, 0, 1) + chance.upTo(700) * 86_400_000 + chance.upTo(86_400_000);
  const meetings = Array.from({ length: 3 + chance.upTo(9) }, (_, at) =>
    makeMeeting(chance, style, now, `${seed}-${at}@${style}.example`),
  );
  return { style, zone: chance.of(coachZones), now, meetings };
}

function makeMeeting(chance: Chance, style: Style, now: number, uid: string): Meeting {
  const clock = makeClock(chance, style);
  const isRepeated = chance.is(0.6);
  const away = isRepeated ? -1_100 + chance.upTo(1_200) : -4 + chance.upTo(190);
  const date = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .add({ days: away });
  const lengthBy =
    style === "apple" || style === "nextcloud" ? chance.of(["end", "duration"] as const) : "end";
  const meeting: Meeting = {
    uid,
    clock,
    start: `${date}T${makeTime(chance, clock)}`,
    length: makeLength(chance, clock),
    lengthBy,
    gone: [],
    moved: [],
    extra: [],
    standing: makeStanding(chance),
  };
  if (!isRepeated) return meeting;
  meeting.repeat = makeRepeat(chance, style, clock, date);
  const dates = busyDates(meeting).filter((one) => Math.abs(Date.parse(one) - now) < 200 * 86_400_000);
  meeting.gone = dates.filter(() => chance.is(0.06));
  meeting.moved = dates
    .filter((one) => !meeting.gone.includes(one) && chance.is(0.06))
    .map((one) => ({
      date: one,
      start: `${Temporal.PlainDate.from(one).add({ days: -2 + chance.upTo(5) })}T${makeTime(chance, clock)}`,
      length: makeLength(chance, clock),
      standing: makeStanding(chance),
    }));
  if (style === "nextcloud" && chance.is(0.3))
    meeting.extra = [1, 2].map(
      () => `${date.add({ days: 1 + chance.upTo(1_300) })}T${makeTime(chance, clock)}`,
    );
  return meeting;
}

function makeClock(chance: Chance, style: Style): Clock {
  if (chance.is(0.2)) return { kind: "day" };
  if (chance.is(0.04)) return { kind: "unknown", written: chance.of(unknown) };
  if (style === "proton" && chance.is(0.5)) return { kind: "utc" };
  if (style === "google" && chance.is(0.2)) return { kind: "utc" };
  if (style === "apple" && chance.is(0.3)) return { kind: "floating" };
  if (style === "outlook") {
    const [written, zone] = chance.of(windows);
    return { kind: "zone", zone, written: chance.is(0.1) ? written.toUpperCase() : written };
  }
  const zone = chance.of(zones);
  const isPath = style === "nextcloud" && chance.is(0.2);
  return { kind: "zone", zone, written: isPath ? `/freeassociation.sourceforge.net/${zone}` : zone };
}

function makeRepeat(chance: Chance, style: Style, clock: Clock, date: Temporal.PlainDate): Repeat {
  const every = chance.of(["day", "week", "week", "week", "month", "month-weekday", "year"] as const);
  const some = [1, 2, 3, 4, 5, 6, 7].filter((one) => one === date.dayOfWeek || chance.is(0.25));
  const isLast = date.day > date.daysInMonth - 7;
  const ends = clock.kind === "unknown" ? 0 : chance.upTo(4);
  return {
    every,
    interval: chance.is(0.6) ? 1 : 1 + chance.upTo(3),
    weekdays: every === "week" || (every === "day" && chance.is(0.2)) ? some : undefined,
    nth: every === "month-weekday" ? (isLast ? -1 : Math.ceil(date.day / 7)) : undefined,
    weekStart: style === "outlook" ? 7 : 1,
    ...(ends === 1 && { count: 1 + chance.upTo(400) }),
    ...(ends === 2 && { until: date.add({ days: chance.upTo(1_400) }).toString() }),
  };
}

function makeTime(chance: Chance, clock: Clock): string {
  if (clock.kind === "day") return "00:00";
  return `${String(chance.upTo(24)).padStart(2, "0")}:${chance.of(["00", "15", "30", "45"])}`;
}

function makeLength(chance: Chance, clock: Clock): number {
  if (clock.kind === "day") return 1 + chance.upTo(3);
  return chance.is(0.05) ? 1_440 + chance.upTo(3_000) : chance.of([0, 15, 30, 45, 60, 90, 120, 480, 600]);
}

function makeStanding(chance: Chance): Standing {
  return chance.is(0.7) ? "busy" : chance.of(["tentative", "free", "cancelled"] as const);
}
