import type { CalendarEntry } from "#lib/bookings/calendar-week.ts";
import {
  type ClockChange,
  clockChangeOn,
  type WallRange,
  wallRangeOn,
  wallTimeAt,
} from "#lib/time/wall-clock.ts";
import { dateWords } from "#lib/time/words.ts";
import { type Lane, layOutLanes } from "./lanes.ts";
import { between, type OpenDay, type OpenHours, openOn } from "./open-on.ts";
import { quarter, rowsOf } from "./places.ts";
import { clockOn, type SessionItem, sessionItem } from "./session-item.ts";

type BusyItem = { key: string; look: "busy"; time: string; to: string };
export type Placed = WallRange & Lane & (BusyItem | SessionItem);

/** A local date as the calendar shows it. All ranges are minutes on the coach's wall. */
export type CalendarDay = {
  date: string;
  /** "Thursday 26 November" */
  words: string;
  isToday: boolean;
  /** What is out of the ordinary: "hours changed", "kept light". */
  marks: string[];
  hours: string;
  open: WallRange[];
  shut: (WallRange & { words: string })[];
  /** Open, ahead and with nobody in it; whole quarter hours. */
  free: WallRange[];
  items: Placed[];
};

type Shown = {
  dates: string[];
  zone: string;
  now: number;
  /** Also of the day before the first date, which may keep that one light. */
  entries: CalendarEntry[];
  busy: { start: number; end: number }[];
  openHours: OpenHours;
};

const wholeDay = { from: 0, until: 1440 };

export function calendarDays({ dates, zone, now, entries, busy, openHours }: Shown): CalendarDay[] {
  const present = wallTimeAt(now, zone);
  const shown = [
    ...busy.map((span) => ({ span, item: busyItem(span, zone) })),
    ...entries.map((entry) => ({ span: entry.during, item: sessionItem(entry, zone, now) })),
  ];
  const lightDates = datesAfterGuidance(entries, zone);

  return dates.map((date) => {
    const items = placed(
      shown.flatMap(({ span, item }) => {
        const range = wallRangeOn(date, span, zone);
        return range ? [{ ...item, ...range }] : [];
      }),
    );
    const day = openOn(date, openHours);
    const closed = between(day.open, wholeDay);
    const change = clockChangeOn(date, zone);
    const passed = { from: 0, until: date < present.date ? 1440 : date > present.date ? 0 : present.minute };
    const taken = items.filter((item) => item.look !== "cancelled");
    return {
      date,
      words: dateWords(date),
      isToday: date === present.date,
      marks: marksOf(day, change, lightDates.has(date)),
      hours: day.words + (lightDates.has(date) ? ". Kept light after guidance" : ""),
      open: day.open,
      shut: [
        ...closed.map((range) => ({ ...range, words: day.why === "off" ? "Time off" : "Closed" })),
        ...(change ? [{ ...change, words: changeWords(change) }] : []),
      ],
      free: wholeQuarters(between([...closed, ...taken, passed, ...(change ? [change] : [])], wholeDay)),
      items,
    };
  });
}

function placed<Item extends WallRange>(items: Item[]): (Item & Lane)[] {
  const lanes = layOutLanes(items.map(rowsOf));
  return items
    .map((item, index) => ({ ...item, ...(lanes[index] ?? { lane: 0, lanes: 1 }) }))
    .sort((a, b) => a.from - b.from || a.lane - b.lane);
}

function busyItem(span: { start: number; end: number }, zone: string): BusyItem {
  const [time, to] = [clockOn(span.start, zone), clockOn(span.end, zone)];
  return { key: `busy-${span.start}-${span.end}`, look: "busy", time, to };
}

function marksOf({ why }: OpenDay, change: ClockChange | undefined, isLight: boolean): string[] {
  return [
    ...(why === "changed" ? ["hours changed"] : why === "off" ? ["time off"] : []),
    ...(isLight ? ["kept light"] : []),
    ...(change ? [change.how === "skipped" ? "clocks go forward" : "clocks go back"] : []),
  ];
}

function changeWords({ how }: ClockChange): string {
  return how === "skipped" ? "The clocks skip this" : "This comes twice";
}

/** The dates on which only so many may come, because of who came the day before. */
function datesAfterGuidance(entries: CalendarEntry[], zone: string): Set<string> {
  const lit = entries.filter(({ nextDayLimit, status }) => nextDayLimit !== null && status !== "cancelled");
  return new Set(lit.map(({ during }) => wallTimeAt(during.end + 86_400_000, zone).date));
}

function wholeQuarters(ranges: WallRange[]): WallRange[] {
  return ranges
    .map(({ from, until }) => ({
      from: Math.ceil(from / quarter) * quarter,
      until: Math.floor(until / quarter) * quarter,
    }))
    .filter(({ from, until }) => from < until);
}
