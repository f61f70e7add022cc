import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A clock on the wall: a local date, "2026-12-01", and the minutes after its midnight. */
export type WallTime = { date: string; minute: number };
/** Minutes after midnight, `[from, until)`. */
export type WallRange = { from: number; until: number };

/** What the zone's clocks show at an instant. */
export function wallTimeAt(ms: number, zone: string): WallTime {
  const offset = offsetSpans(zone, ms, ms + 1)[0]?.offset ?? 0;
  const date = new Date(ms + offset).toISOString().slice(0, 10);
  return { date, minute: Math.floor((ms + offset - Date.parse(date)) / minute) };
}

/** The instants at which the zone's clocks show this: none for a time that is skipped, two for one that comes twice. */
export function instantsAt({ date, minute: past }: WallTime, zone: string): number[] {
  const wall = Date.parse(date) + past * minute;
  return spansRound(date, zone)
    .filter(({ from, until, offset }) => from <= wall - offset && wall - offset < until)
    .map(({ offset }) => wall - offset);
}

/** The first instant at which the zone's clocks show this; a time that they skip comes as the first after it. */
export function firstInstantAt({ date, minute: past }: WallTime, zone: string): number {
  for (let later = past; ; later += 15) {
    const wall =
      later < 1_440 ? { date, minute: later } : { date: dateAfter(date, 1), minute: later - 1_440 };
    const [at] = instantsAt(wall, zone);
    if (at !== undefined) return at;
  }
}

/** Which part of a local date a span of instants takes on the wall; an hour that comes twice is taken once. */
export function wallRangeOn(
  date: string,
  span: { start: number; end: number },
  zone: string,
): WallRange | undefined {
  const midnight = Date.parse(date);
  const parts = offsetSpans(zone, span.start, span.end)
    .map(({ from, until, offset }) => ({
      from: Math.max(0, (from + offset - midnight) / minute),
      until: Math.min(1440, (until + offset - midnight) / minute),
    }))
    .filter(({ from, until }) => from < until);
  if (parts.length === 0) return undefined;
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    until: Math.max(...parts.map(({ until }) => until)),
  };
}

export type ClockChange = WallRange & { how: "skipped" | "repeated" };

/** The part of a local date that its clocks skip or show twice. */
export function clockChangeOn(date: string, zone: string): ClockChange | undefined {
  const midnight = Date.parse(date);
  const spans = spansRound(date, zone);
  for (const [index, after] of spans.entries()) {
    const before = spans[index - 1];
    if (!before || before.offset === after.offset) continue;
    const shown = [before.until + before.offset, after.from + after.offset].map(
      (wall) => (wall - midnight) / minute,
    );
    const [from, until] = [Math.max(0, Math.min(...shown)), Math.min(1440, Math.max(...shown))];
    if (from < until) return { from, until, how: after.offset > before.offset ? "skipped" : "repeated" };
  }
  return undefined;
}

/** The local date so many days on. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

// Zones lie at most 14 hours from UTC, and clocks have moved by a whole day.
function spansRound(date: string, zone: string) {
  const midnight = Date.parse(date);
  return offsetSpans(zone, midnight - 2 * day, midnight + 3 * day);
}
