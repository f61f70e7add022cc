import { minuteOf } from "#lib/availability/hours.ts";
import type { KindHours, TimeOff } from "#lib/availability/hours-of-kind.ts";
import type { WallRange } from "#lib/time/wall-clock.ts";

export type OpenHours = {
  weeklyHours: (KindHours & { weekday: number })[];
  dateOverrides: { date: string; hours: KindHours[] }[];
  timeOff: TimeOff[];
  types: { kind: string; name: string }[];
};

export type OpenDay = {
  /** Open for at least one kind of session; in order, none touches another. */
  open: WallRange[];
  why: "week" | "changed" | "off";
  /** "Open 09:00–12:00 and 14:00–17:30 (guidance only)" */
  words: string;
};

/** When the door is open on a local date: time off counts before a changed day, a changed day before the week. */
export function openOn(date: string, { weeklyHours, dateOverrides, timeOff, types }: OpenHours): OpenDay {
  if (timeOff.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate))
    return { open: [], why: "off", words: "Time off" };
  const changed = dateOverrides.findLast((override) => override.date === date);
  const weekday = new Date(date).getUTCDay() || 7;
  const kept = changed?.hours ?? weeklyHours.filter((range) => range.weekday === weekday);
  const hours = kept.filter(({ kinds }) => kinds?.length !== 0);
  const words = hours.length === 0 ? "closed" : `open ${inWords(hours, types)}`;
  return {
    open: joined(hours.map(({ from, to }) => ({ from: minuteOf(from), until: minuteOf(to) }))),
    why: changed ? "changed" : "week",
    words: changed ? `Changed hours: ${words}` : `${words[0]?.toUpperCase()}${words.slice(1)}`,
  };
}

/** What lies between these ranges from the beginning to the end of a day. */
export function between(ranges: readonly WallRange[], whole: WallRange): WallRange[] {
  const gaps: WallRange[] = [];
  let from = whole.from;
  for (const range of joined(ranges)) {
    if (range.from > from) gaps.push({ from, until: Math.min(range.from, whole.until) });
    from = Math.max(from, range.until);
  }
  if (from < whole.until) gaps.push({ from, until: whole.until });
  return gaps.filter((gap) => gap.from < gap.until);
}

function joined(ranges: readonly WallRange[]): WallRange[] {
  const joined: WallRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.until) last.until = Math.max(last.until, range.until);
    else joined.push({ ...range });
  }
  return joined;
}

function inWords(hours: KindHours[], types: OpenHours["types"]): string {
  const ranges = hours.map(({ from, to, kinds }) => {
    const names = kinds?.map((kind) => types.find((type) => type.kind === kind)?.name.toLowerCase() ?? kind);
    return `${from}–${to}${names ? ` (${list(names)} only)` : ""}`;
  });
  return list(ranges);
}

function list(words: string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
