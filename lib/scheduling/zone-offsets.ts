import { Refusal } from "#lib/refusal.ts";

/** In [from, until), epoch ms, the zone's wall clocks show UTC plus `offset` ms. */
export type OffsetSpan = { from: number; until: number; offset: number };

type Zone = { offsetAt: (instant: number) => number; chapters: Map<number, OffsetSpan[]> };

const DAY = 86_400_000;
// Two clock changes can be less than a week apart (Boa Vista 2000), and a weekly look would miss both.
const LOOK = 2 * DAY;
const CHAPTER = 200 * LOOK;

const zones = new Map<string, Zone>();

/** Spans that cover [from, until) in order. Each chapter of a zone is worked out once and kept. */
export function offsetSpans(timeZone: string, from: number, until: number): OffsetSpan[] {
  const zone = zoneNamed(timeZone);
  const spans: OffsetSpan[] = [];
  for (let chapter = Math.floor(from / CHAPTER); chapter * CHAPTER < until; chapter++) {
    for (const span of spansOf(zone, chapter)) {
      if (span.until <= from || span.from >= until) continue;
      spans.push({ ...span, from: Math.max(span.from, from), until: Math.min(span.until, until) });
    }
  }
  return spans;
}

function zoneNamed(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = { offsetAt: offsetReader(timeZone), chapters: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

function spansOf(zone: Zone, chapter: number): OffsetSpan[] {
  let spans = zone.chapters.get(chapter);
  if (spans === undefined) {
    spans = findSpans(zone.offsetAt, chapter * CHAPTER, (chapter + 1) * CHAPTER);
    zone.chapters.set(chapter, spans);
  }
  return spans;
}

function findSpans(offsetAt: Zone["offsetAt"], from: number, until: number): OffsetSpan[] {
  let span = { from, until, offset: offsetAt(from) };
  const spans = [span];
  for (let looked = from; looked < until; looked += LOOK) {
    const next = Math.min(looked + LOOK, until - 1);
    const offset = offsetAt(next);
    if (offset === span.offset) continue;
    const change = findChange(offsetAt, looked, next);
    span.until = change;
    span = { from: change, until, offset };
    spans.push(span);
  }
  return spans;
}

/** The first instant with the offset of `after`, where `before` still has another. */
function findChange(offsetAt: Zone["offsetAt"], before: number, after: number): number {
  const offset = offsetAt(after);
  let [still, changed] = [before, after];
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (offsetAt(middle) === offset) changed = middle;
    else still = middle;
  }
  return changed;
}

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function offsetReader(timeZone: string): Zone["offsetAt"] {
  const clock = wallClock(timeZone);
  return (instant) => {
    const shown = OFFSET.exec(clock.format(instant));
    if (shown === null) throw new Error(`Intl shows no offset for ${timeZone}`);
    const [, sign, hours = 0, minutes = 0, seconds = 0] = shown;
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === "-" ? -size : size;
  };
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const unknown = new Refusal(`There is no time zone called “${timeZone}”.`, { field: "timeZone" });
  // Intl also takes "+02:00", which is no place, and undefined for the machine's own zone.
  if (typeof timeZone !== "string" || /^[+-]/.test(timeZone)) throw unknown;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    throw error instanceof RangeError ? unknown : error;
  }
}
