import { Refusal } from "#lib/refusal.ts";
import { type BusyTime, blockedStarts } from "#lib/scheduling/busy-times.ts";
import { type DateOverride, openingHours, type WeeklyHours } from "#lib/scheduling/opening-hours.ts";
import { type OffsetSpan, offsetSpans } from "#lib/scheduling/zone-offsets.ts";

export type OpenSlotsInput = {
  /** The coach's, an IANA name. */
  timeZone: string;
  /** ISO weekday, Monday is 1. */
  weeklyHours: WeeklyHours[];
  /** Each replaces the weekly hours of its local date; no hours close it. The last one for a date counts. */
  dateOverrides: DateOverride[];
  busy: BusyTime[];
  session: { minutes: number; before: number; after: number; step: number };
  /** Epoch ms. The session lies in it whole, its buffers need not. */
  window: { from: number; until: number };
};

/** A longest run of open instants of one local date. From `until` on it stays open up to `openUntil`. */
type Stretch = { day: number; from: number; until: number; openUntil: number };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
// A local date lasts a day and whatever its clocks repeat. So this far back each stretch is seen from its beginning.
const LONGEST_DATE = 3 * DAY;

/** Starts of the sessions that can be booked, epoch ms, ascending. */
export function openSlots(input: OpenSlotsInput): number[] {
  const { from, until } = checkedWindow(input.window);
  const { length, before, after, step } = inMilliseconds(input.session);
  const hoursOn = openingHours(input.weeklyHours, input.dateOverrides);
  const spans = offsetSpans(input.timeZone, from - LONGEST_DATE, until);
  const blocked = blockedStarts(input.busy, before, length + after);

  const starts: number[] = [];
  let passed = 0;
  for (const stretch of openStretches(spans, hoursOn)) {
    const last = Math.min(stretch.until - 1, stretch.openUntil - length, until - length);
    let start = onGrid(stretch.from, step, Math.max(stretch.from, from));
    while (start <= last) {
      let block = blocked[passed];
      while (block !== undefined && block.until <= start) block = blocked[++passed];
      if (block !== undefined && block.from < start) {
        start = onGrid(stretch.from, step, block.until);
      } else {
        starts.push(start);
        start += step;
      }
    }
  }
  return starts;
}

function onGrid(from: number, step: number, earliest: number): number {
  return from + Math.ceil((earliest - from) / step) * step;
}

function openStretches(spans: OffsetSpan[], hoursOn: ReturnType<typeof openingHours>): Stretch[] {
  const stretches: Stretch[] = [];
  let last: Stretch | undefined;
  for (const span of spans) {
    const lastDay = Math.floor((span.until - 1 + span.offset) / DAY);
    for (let day = Math.floor((span.from + span.offset) / DAY); day <= lastDay; day++) {
      const midnight = day * DAY - span.offset;
      for (const hours of hoursOn(day)) {
        const from = Math.max(midnight + hours.from, span.from);
        const until = Math.min(midnight + hours.until, span.until);
        if (from >= until) continue;
        if (last?.until === from && last.day === day) {
          last.until = until;
        } else {
          last = { day, from, until, openUntil: until };
          stretches.push(last);
        }
      }
    }
  }
  return seenToTheirEnds(stretches);
}

function seenToTheirEnds(stretches: Stretch[]): Stretch[] {
  let next: Stretch | undefined;
  for (const stretch of stretches.toReversed()) {
    stretch.openUntil = next?.from === stretch.until ? next.openUntil : stretch.until;
    next = stretch;
  }
  return stretches;
}

const EARLIEST = Date.UTC(1900, 0);
const LATEST = Date.UTC(2200, 0);

function checkedWindow(window: OpenSlotsInput["window"]): OpenSlotsInput["window"] {
  if (!(window.from >= EARLIEST && window.until <= LATEST)) {
    throw new Refusal("Times can be looked for between the years 1900 and 2200.", { field: "window" });
  }
  if (window.from >= window.until) {
    throw new Refusal("A window has to begin before it ends.", { field: "window" });
  }
  return window;
}

function inMilliseconds({ minutes, before, after, step }: OpenSlotsInput["session"]) {
  return {
    length: wholeMinutes(minutes, 1, "session.minutes"),
    before: wholeMinutes(before, 0, "session.before"),
    after: wholeMinutes(after, 0, "session.after"),
    step: wholeMinutes(step, 1, "session.step"),
  };
}

function wholeMinutes(minutes: number, least: number, field: string): number {
  if (!Number.isSafeInteger(minutes) || minutes < least) {
    throw new Refusal(`These minutes have to be a whole number, ${least} or more.`, { field });
  }
  return minutes * MINUTE;
}
