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

/** Longest runs of open instants of one local date, in order: the i-th is open from `from[i]` until `until[i]`. */
type Stretches = { from: number[]; until: number[] };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
// A local date lasts a day and whatever its clocks repeat. So this far back each stretch is seen from its beginning.
const LONGEST_DATE = 3 * DAY;

/** Starts of the sessions that can be booked, epoch ms, ascending. */
export function openSlots(input: OpenSlotsInput): number[] {
  const { from, until } = checkedWindow(input.window);
  const { length, before, after, step } = inMilliseconds(input.session);
  const hoursOn = openingHours(input.weeklyHours, input.dateOverrides);
  // Nothing is looked at past the window, so no session ends there.
  const spans = offsetSpans(input.timeZone, from - LONGEST_DATE, until);
  const stretches = openStretches(spans, hoursOn);
  const blocked = blockedStarts(input.busy, before, length + after);

  const starts: number[] = [];
  let run = 0;
  let block = 0;
  for (let i = 0; i < stretches.from.length; i++) {
    const opens = stretches.from[i] as number;
    const closes = stretches.until[i] as number;
    run = lastOfRun(stretches, Math.max(run, i));
    const last = Math.min(closes - 1, (stretches.until[run] as number) - length);

    let start = onGrid(opens, step, Math.max(opens, from));
    while (start <= last) {
      while (block < blocked.until.length && (blocked.until[block] as number) <= start) block++;
      if (block < blocked.until.length && (blocked.from[block] as number) < start) {
        start = onGrid(opens, step, blocked.until[block] as number);
      } else {
        starts.push(start);
        start += step;
      }
    }
  }
  return starts;
}

/** The last stretch to which this one, or those between, lead without a break: a session may run on into it. */
function lastOfRun({ from, until }: Stretches, stretch: number): number {
  let last = stretch;
  while (last + 1 < from.length && from[last + 1] === until[last]) last++;
  return last;
}

/** The first instant on the grid of a stretch that is not before `earliest`. */
function onGrid(opens: number, step: number, earliest: number): number {
  return opens + Math.ceil((earliest - opens) / step) * step;
}

function openStretches(spans: OffsetSpan[], hoursOn: ReturnType<typeof openingHours>): Stretches {
  const stretches: Stretches = { from: [], until: [] };
  let openDay = Number.NaN;
  let openUntil = Number.NaN;
  for (const span of spans) {
    const lastDay = Math.floor((span.until - 1 + span.offset) / DAY);
    for (let day = Math.floor((span.from + span.offset) / DAY); day <= lastDay; day++) {
      const midnight = day * DAY - span.offset;
      for (const hours of hoursOn(day)) {
        const from = Math.max(midnight + hours.from, span.from);
        const until = Math.min(midnight + hours.until, span.until);
        if (from >= until) continue;
        // Ranges may overlap, and the clocks may change in the middle of one.
        if (day === openDay && from <= openUntil) {
          openUntil = Math.max(openUntil, until);
          stretches.until[stretches.until.length - 1] = openUntil;
        } else {
          openDay = day;
          openUntil = until;
          stretches.from.push(from);
          stretches.until.push(until);
        }
      }
    }
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
