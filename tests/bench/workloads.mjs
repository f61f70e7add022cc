// Workloads for the slot engine, the same on every machine. Each is an OpenSlotsInput.
const NOW = Date.UTC(2027, 2, 1, 15, 7, 30); // a Monday
const MINUTE = 60_000;
const DAY = 1440; // local dates and times are counted in minutes here

/** Monday to Friday, 09:00 to 12:00 and 13:00 to 17:30. */
const WEEKLY = [
  [540, 720],
  [780, 1050],
];

/** One coach in Mexico City, 60 days, 120 bookings within the hours. 249 starts. */
export function W1() {
  const timeZone = "America/Mexico_City";
  return inputFor(timeZone, bookingsInHours(timeZone, 1001, 120, 60), 60);
}

/** One coach in New York, a year across both clock changes, 2,000 busy blocks of an outside calendar, 60 date overrides. 2,387 starts. */
export function W2() {
  const timeZone = "America/New_York";
  return inputFor(timeZone, wildBookings(timeZone, 2002, 2000, 365), 365, sixtyOverrides(timeZone, 2003));
}

function inputFor(timeZone, busy, days, overrides = new Map()) {
  return {
    timeZone,
    weeklyHours: [1, 2, 3, 4, 5].flatMap((weekday) =>
      hoursOf(WEEKLY).map((hours) => ({ weekday, ...hours })),
    ),
    dateOverrides: [...overrides].map(([day, ranges]) => ({
      date: new Date(day * DAY * MINUTE).toISOString().slice(0, 10),
      hours: hoursOf(ranges),
    })),
    busy: busy.map(([start, end]) => ({ start: start * MINUTE, end: end * MINUTE })),
    session: { minutes: 60, before: 15, after: 15, step: 15 },
    window: {
      from: NOW + DAY * MINUTE,
      until: epochMinute(timeZone, today(timeZone) + days, 0) * MINUTE,
    },
  };
}

/** 60 minutes on the quarter hours, within the hours, 15 minutes or more apart, unsorted. */
function bookingsInHours(timeZone, seed, count, days) {
  const upTo = randomBelow(seed);
  const first = today(timeZone);
  const bookings = [];
  while (bookings.length < count) {
    const day = first + upTo(days);
    const [from, until] = WEEKLY[upTo(2)];
    const minute = from + 15 * upTo((until - 60 - from) / 15 + 1);
    if (weekdayOf(day) === 0 || weekdayOf(day) === 6) continue;
    const start = epochMinute(timeZone, day, minute);
    const end = start + 60;
    if (bookings.some(([a, b]) => start - 15 < b && end + 15 > a)) continue;
    bookings.push([start, end]);
  }
  return bookings;
}

/** As an outside calendar has them: any day, from 07:00 on, on a five-minute grid, 30 to 90 minutes, may overlap. */
function wildBookings(timeZone, seed, count, days) {
  const upTo = randomBelow(seed);
  const first = today(timeZone);
  return Array.from({ length: count }, () => {
    const day = first + upTo(days);
    const minute = 420 + 5 * upTo(168);
    const length = [30, 45, 60, 90][upTo(4)];
    const start = epochMinute(timeZone, day, minute);
    return [start, start + length];
  });
}

/** Local date, in days since 1970, to its hours. Both days on which New York changes its clocks are among them. */
function sixtyOverrides(timeZone, seed) {
  const upTo = randomBelow(seed);
  const first = today(timeZone);
  const overrides = new Map([
    [epochDay(2027, 3, 14), [[60, 240]]], // 01:00 to 04:00, two real hours
    [epochDay(2027, 11, 7), [[30, 210]]], // 00:30 to 03:30, four real hours
  ]);
  const kinds = [
    [],
    [[600, 840]],
    [
      [480, 660],
      [840, 1200],
    ],
  ];
  while (overrides.size < 60) {
    const day = first + 2 + upTo(362);
    if (!overrides.has(day)) overrides.set(day, kinds[(overrides.size - 2) % 3]);
  }
  return overrides;
}

function hoursOf(ranges) {
  return ranges.map(([from, to]) => ({ from: clock(from), to: clock(to) }));
}

function clock(minute) {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function epochDay(year, month, day) {
  return Date.UTC(year, month - 1, day) / MINUTE / DAY;
}

function weekdayOf(day) {
  return (((day + 4) % 7) + 7) % 7; // Sunday is 0
}

function today(timeZone) {
  const now = Math.floor(NOW / MINUTE);
  return Math.floor((now + offsetAt(timeZone, now)) / DAY);
}

/** A skipped wall time is put on the later side, a repeated one on the earlier. */
function epochMinute(timeZone, day, minute) {
  const local = day * DAY + minute;
  const before = offsetAt(timeZone, local - DAY);
  const after = offsetAt(timeZone, local + DAY);
  const earlier = local - before;
  const later = local - after;
  if (before === after) return earlier;
  const fitting = [
    offsetAt(timeZone, earlier) === before ? earlier : Number.POSITIVE_INFINITY,
    offsetAt(timeZone, later) === after ? later : Number.POSITIVE_INFINITY,
  ];
  const first = Math.min(...fitting);
  return Number.isFinite(first) ? first : earlier;
}

const clocks = new Map();

/** Minutes east of UTC. */
function offsetAt(timeZone, minute) {
  if (!clocks.has(timeZone)) clocks.set(timeZone, numericClock(timeZone));
  const shown = {};
  for (const { type, value } of clocks.get(timeZone).formatToParts(minute * MINUTE))
    shown[type] = Number(value);
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) / MINUTE - minute;
}

export function numericClock(timeZone) {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
}

/** Mulberry32: whole numbers from 0 up to, not with, the one asked for. */
function randomBelow(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}
