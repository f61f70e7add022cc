import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { OpenSlotsInput } from "#lib/scheduling/slots.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Zones whose clocks change oddly, each with a first year. Two years of changes are tried. */
const ZONES = {
  "Australia/Lord_Howe": 2027, // by half an hour
  "Africa/Cairo": 2026, // at midnight, so one date begins at 01:00
  "Africa/Casablanca": 2026, // back for Ramadan
  "America/Santiago": 2026, // at midnight
  "Pacific/Chatham": 2027, // 12:45 ahead
  "Asia/Beirut": 2027, // at midnight, both ways
  "America/St_Johns": 2009, // at 00:01, so a date comes twice
  "America/New_York": 2027,
  "Pacific/Apia": 2011, // left out 30 December 2011
  "Antarctica/Troll": 2027, // by two hours
};

const changes = Object.entries(ZONES).flatMap(([timeZone, year]) =>
  clockChanges(timeZone, year, year + 2).map((at) => ({ timeZone, at })),
);

function clockChanges(timeZone: string, from: number, until: number): number[] {
  const found: number[] = [];
  const begin = Temporal.PlainDate.from({ year: from, month: 1, day: 1 }).toZonedDateTime(timeZone);
  for (let at = begin.getTimeZoneTransition("next"); at; at = at.getTimeZoneTransition("next")) {
    if (at.year >= until) break;
    found.push(at.epochMilliseconds);
  }
  return found;
}

type Hours = { from: string; to: string };

const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 48 }).map((piece) => piece * 5) }, // the small hours
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 60, 1380, 1440) },
);

const range = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }));

const touching = fc
  .uniqueArray(minuteOfDay, { minLength: 3, maxLength: 4 })
  .map((points) => points.sort((a, b) => a - b).map(clock))
  .map((points) => points.slice(1).map((to, i) => ({ from: points[i] ?? "", to })));

const wholeDay = fc.constant<Hours[]>([{ from: "00:00", to: "24:00" }]);

const hoursOfDay: fc.Arbitrary<Hours[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(range, { maxLength: 3 }) },
  { weight: 2, arbitrary: touching },
  { weight: 3, arbitrary: wholeDay },
);

const weeklyHours = fc
  .array(hoursOfDay, { minLength: 7, maxLength: 7 })
  .map((week) => week.flatMap((hours, i) => hours.map((one) => ({ weekday: i + 1, ...one }))));

const session = fc.record({
  minutes: fc.constantFrom(1, 5, 7, 20, 25, 30, 45, 50, 60, 60, 90, 120, 180, 600, 1500),
  before: fc.constantFrom(0, 0, 0, 5, 10, 15, 45),
  after: fc.constantFrom(0, 0, 5, 15, 15, 30),
  step: fc.constantFrom(5, 7, 10, 15, 15, 30, 45, 60),
});

/** A few days in a coach's calendar around a change of the clocks, with odd seconds in window and busy times. */
export const coachesDays: fc.Arbitrary<OpenSlotsInput> = fc
  .constantFrom(...changes)
  .chain(({ timeZone, at }) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      weeklyHours,
      dateOverrides: fc.array(fc.record({ date: dateNear(timeZone, at), hours: hoursOfDay }), {
        maxLength: 4,
      }),
      busy: fc.array(interval(at - 2 * DAY, at + 3 * DAY, 5 * 3600), { maxLength: 8 }),
      session,
      window: interval(at - 2 * DAY, at + DAY, 3 * 86_400, 1).map(({ start, end }) => ({
        from: start,
        until: end,
      })),
    }),
  );

function dateNear(timeZone: string, at: number): fc.Arbitrary<string> {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return fc.integer({ min: -2, max: 3 }).map((days) => day.add({ days }).toString());
}

/** Half of them begin and end on whole five minutes, as people's own times do. */
function interval(from: number, until: number, longestSeconds: number, shortestSeconds = 0) {
  return fc.constantFrom(1, 300).chain((unit) => {
    const units = (min: number, max: number) =>
      fc.integer({ min: Math.ceil(min / unit), max: Math.floor(max / unit) }).map((n) => n * unit * 1000);
    return fc
      .tuple(units(from / 1000, until / 1000), units(shortestSeconds, longestSeconds))
      .map(([start, length]) => ({ start, end: start + length }));
  });
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
