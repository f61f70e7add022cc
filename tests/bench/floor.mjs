// The fastest way we know to compute the starts, on prepared integers (minutes since the epoch). `prepare` is not
// timed, `floor` is. It is a measure and no model: it rounds to whole steps since the epoch, which is the grid of
// these workloads, and knows only their years.
import { numericClock } from "./workloads.mjs";

const MINUTE = 60_000;
const DAY = 1440;
const WEEK = 7 * DAY;

export function prepare(input) {
  const weekly = Array.from({ length: 7 }, (_, sunday) =>
    rangesOf(input.weeklyHours.filter(({ weekday }) => weekday % 7 === sunday)),
  );
  return {
    zone: zoneTable(input.timeZone),
    weekly,
    overrides: new Map(
      input.dateOverrides.map(({ date, hours }) => [Date.parse(date) / MINUTE / DAY, rangesOf(hours)]),
    ),
    busy: input.busy.map(({ start, end }) => [Math.floor(start / MINUTE), Math.ceil(end / MINUTE)]),
    ...input.session,
    from: Math.ceil(input.window.from / MINUTE),
    until: Math.floor(input.window.until / MINUTE),
  };
}

export function floor(prepared) {
  const { zone, weekly, overrides, busy, minutes: length, before, after, step, from, until } = prepared;
  const key = new Float64Array(busy.length);
  for (let i = 0; i < busy.length; i++) key[i] = busy[i][0] * 4096 + (busy[i][1] - busy[i][0]);
  key.sort();
  // Starts that busy times block, joined, both bounds excluded.
  const blockedFrom = new Int32Array(busy.length);
  const blockedUntil = new Int32Array(busy.length);
  let blocks = 0;
  for (let i = 0; i < busy.length; i++) {
    const start = Math.floor(key[i] / 4096);
    const low = start - length - after;
    const high = key[i] - start * 4096 + start + before;
    if (blocks > 0 && low < blockedUntil[blocks - 1]) {
      if (high > blockedUntil[blocks - 1]) blockedUntil[blocks - 1] = high;
    } else {
      blockedFrom[blocks] = low;
      blockedUntil[blocks++] = high;
    }
  }

  const starts = [];
  const last = until - length;
  const first = Math.ceil(from / step) * step;
  const firstDay = Math.floor((first + offsetAt(zone, first)) / DAY) - 1;
  const lastDay = Math.floor((until + offsetAt(zone, until)) / DAY);
  let block = 0;
  let openFrom = 0;
  let openUntil = -1;
  const flush = () => {
    let start = Math.ceil(Math.max(openFrom, first) / step) * step;
    const latest = Math.min(openUntil - length, last);
    while (start <= latest) {
      while (block < blocks && blockedUntil[block] <= start) block++;
      if (block < blocks && blockedFrom[block] < start) {
        start = Math.ceil(blockedUntil[block] / step) * step;
        continue;
      }
      starts.push(start * MINUTE);
      start += step;
    }
  };
  for (let day = firstDay; day <= lastDay; day++) {
    const ranges = overrides.get(day) ?? weekly[(((day + 4) % 7) + 7) % 7];
    for (let i = 0; i < ranges.length; i++) {
      const start = toEpoch(zone, day * DAY + ranges[i][0]);
      const end = toEpoch(zone, day * DAY + ranges[i][1]);
      if (end <= start) continue;
      if (openUntil >= 0 && start <= openUntil) {
        if (end > openUntil) openUntil = end;
        continue;
      }
      if (openUntil >= 0) flush();
      openFrom = start;
      openUntil = end;
    }
  }
  if (openUntil >= 0) flush();
  return starts;
}

/** A skipped wall time becomes the instant of the change, a repeated one its first occurrence. */
function toEpoch({ at, offset }, local) {
  for (let i = 0; ; i++) {
    const minute = local - offset[i];
    if (minute < at[i]) return at[i];
    if (i + 1 === at.length || minute < at[i + 1]) return minute;
  }
}

function offsetAt({ at, offset }, minute) {
  let i = at.length - 1;
  while (at[i] > minute) i--;
  return offset[i];
}

function rangesOf(hours) {
  return hours.map(({ from, to }) => [minutesOf(from), minutesOf(to)]).sort((a, b) => a[0] - b[0]);
}

function minutesOf(clock) {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

const tables = new Map();

/** Offsets, in minutes east, and the minutes at which they begin. */
function zoneTable(timeZone) {
  if (!tables.has(timeZone)) tables.set(timeZone, readTable(timeZone, 2026, 2030));
  return tables.get(timeZone);
}

function readTable(timeZone, firstYear, endYear) {
  const format = numericClock(timeZone);
  const read = (minute) => {
    const shown = {};
    for (const { type, value } of format.formatToParts(minute * MINUTE)) shown[type] = Number(value);
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) / MINUTE - minute;
  };
  const first = Date.UTC(firstYear, 0, 1) / MINUTE;
  const end = Date.UTC(endYear, 0, 1) / MINUTE;
  let current = read(first);
  const at = [-(2 ** 31)];
  const offset = [current];
  for (let minute = first; minute < end; minute += WEEK) {
    const next = read(minute + WEEK);
    if (next === current) continue;
    let still = minute;
    let changed = minute + WEEK;
    while (changed - still > 1) {
      const middle = (still + changed) >> 1;
      if (read(middle) === current) still = middle;
      else changed = middle;
    }
    at.push(changed);
    offset.push(next);
    current = next;
  }
  return { at: Int32Array.from(at), offset: Int32Array.from(offset) };
}
