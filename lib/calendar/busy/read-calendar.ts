import { dateIn } from "#lib/time/words.ts";
import { type Caps, readDays, caps as usual } from "./caps.ts";
import { type Entry, type Moment, momentInstant, readEntry } from "./entry.ts";
import { entryLines } from "./entry-lines.ts";
import { occurrences } from "./occurrences.ts";
import { FeedProblem } from "./problems.ts";
import { day, hour, instantOf, startOfDay, type Wall } from "./wall-clock.ts";

/** `[start, end)` in epoch milliseconds. */
export type Busy = { start: number; end: number };

export type Reader = {
  /** The coach's zone: whole days and times that name no zone are in it. */
  zone: string;
  now: number;
  /** UIDs of the portal's own entries. Those that came back by way of the coach's calendar say nothing new. */
  own?: readonly string[];
};

/** The days that are read: from the coach's yesterday on, for half a year. */
export function readWindow({ zone, now }: Reader): Busy {
  const today = Date.parse(dateIn(now, zone));
  return {
    start: instantOf(today - readDays.before * day, zone),
    end: instantOf(today + (readDays.ahead + 1) * day, zone),
  };
}

/**
 * When the owner of this calendar is busy, in order and without overlaps, within the days that are read. What we do not
 * understand counts as busy. Throws FeedProblem for what cannot be read, and for what asks too much.
 */
export function readCalendar(text: string, reader: Reader, caps: Caps = usual): Busy[] {
  const window = readWindow(reader);
  const own = new Set(reader.own);
  const entries = entryLines(text, caps)
    .flatMap((lines) => readEntry(lines, reader.zone, caps) ?? [])
    .filter(({ uid }) => !own.has(uid));
  const replaced = Map.groupBy(
    entries.filter(({ replaces }) => replaces),
    ({ uid }) => uid,
  );
  const blocks: Busy[] = [];
  for (const entry of entries.filter(({ isBusy }) => isBusy)) {
    const others = entry.replaces ? [] : (replaced.get(entry.uid) ?? []);
    const away = [...entry.without, ...others.flatMap(({ replaces }) => replaces ?? [])];
    for (const block of blocksOf(entry, away, window, caps)) {
      if (block.end <= window.start || block.start >= window.end || block.end <= block.start) continue;
      blocks.push({ start: Math.max(block.start, window.start), end: Math.min(block.end, window.end) });
      if (blocks.length > caps.blocks) throw new FeedProblem("too_much");
    }
  }
  return joined(blocks);
}

function* blocksOf(entry: Entry, away: Moment[], window: Busy, caps: Caps): Generator<Busy> {
  const { start, length, rules, more } = entry;
  const isAway = recognizer(away, start);
  // An instant is at most a day from what any wall shows, and a day of 25 hours is one more.
  const reach = (long: Entry["length"]) => long.days * day + long.ms + 2 * day;
  const walls = new Set<Wall>([start.wall]);
  for (const rule of entry.replaces ? [] : rules) {
    const isOver = ender(rule.until, start);
    const span = { from: window.start - reach(length), until: window.end + 2 * day };
    for (const wall of occurrences(rule, start.wall, span, caps)) if (!isOver(wall)) walls.add(wall);
  }
  const times: Entry["more"] = [...walls].map((wall) => ({ start: { ...start, wall } }));
  for (const one of [...times, ...more]) {
    const long = one.length ?? length;
    if (one.start.wall > window.end + 2 * day || one.start.wall + reach(long) < window.start) continue;
    if (!isAway(one.start)) yield blockOf(one.start, long);
  }
}

function blockOf({ wall, zone }: Moment, { days, ms }: Entry["length"]): Busy {
  if (zone) return { start: instantOf(wall, zone), end: instantOf(wall + days * day, zone) + ms };
  // It could be anywhere: from when its first day begins in the east to when its last one ends in the west.
  const last = Math.max(wall, wall + days * day + ms - 1);
  return { start: startOfDay(wall) - 14 * hour, end: startOfDay(last) + day + 12 * hour };
}

/** Tells which times of a series do not take place. A whole date takes away all that begins on it. */
function recognizer(away: Moment[], { isDate, zone }: Moment): (moment: Moment) => boolean {
  const keyOf = (moment: Moment) => `${moment.zone ? "" : "?"}${momentInstant(moment)}`;
  const isByDay = (moment: Moment) => isDate || moment.isDate;
  const dates = new Set(away.filter(isByDay).map(({ wall }) => startOfDay(wall)));
  const times = new Set(away.filter((moment) => !isByDay(moment)).map(keyOf));
  if (times.size === 0 && dates.size === 0) return () => false;
  return (moment) =>
    dates.has(startOfDay(moment.wall)) || times.has(keyOf({ ...moment, zone: moment.zone ?? zone }));
}

/** Tells which times come after the end of a rule, which is an instant or a date. */
function ender(until: string | undefined, { zone, isDate }: Moment): (wall: Wall) => boolean {
  if (until === undefined) return () => false;
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until);
  if (!found) throw new FeedProblem("unreadable");
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const end = Date.UTC(year, month - 1, date, hours, minutes, seconds);
  if (found[4] === undefined) return (wall) => startOfDay(wall) > end;
  // For whole days an instant is wrong, and could be midnight anywhere.
  if (isDate) return (wall) => wall > end + 14 * hour;
  if (found[7] && zone) return (wall) => instantOf(wall, zone) > end;
  // In a zone that we do not know, an instant may be as much as a day from its wall.
  return (wall) => wall > end + (found[7] ? day : 0);
}

function joined(blocks: Busy[]): Busy[] {
  const whole: Busy[] = [];
  for (const block of blocks.sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && block.start <= last.end) last.end = Math.max(last.end, block.end);
    else whole.push({ ...block });
  }
  return whole;
}
