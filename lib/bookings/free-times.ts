import { lookAsSystem, type Tx } from "#db/client.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { type BookTime, readBook } from "#lib/bookings/coach-book.ts";
import { groupByDate } from "#lib/bookings/group-by-date.ts";
import { limitsOf } from "#lib/bookings/limits.ts";
import { nearestTimes } from "#lib/bookings/nearest-times.ts";
import { bookableWindow, daysSpan, listDates } from "#lib/bookings/rules.ts";
import { takeTurn } from "#lib/bookings/turns.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { openSlots } from "#lib/scheduling/slots.ts";
import { isZone } from "#lib/time/zones.ts";

const minute = 60_000;
const day = 86_400_000;

type Range = { start: number; end: number };
type Question = { typeId: string; from: string; days: number; zone: string };

/** The free times of a kind of session, by local date in the reader's zone. Days without any are listed too. */
export async function listFreeTimes({ typeId, from, days, zone }: Question, now: number) {
  if (!isZone(zone))
    throw new Refusal("We do not know that time zone. Please choose another.", {
      field: "zone",
      status: 422,
    });
  const range = daysSpan(from, days, zone);
  const starts = await lookAsSystem("free times are public", async (tx) => {
    const schedule = await findSchedule(tx, typeId);
    if (!schedule?.type.offered) throw new NotFound();
    return freeStarts(tx, schedule, range, now);
  });
  return { zone, days: groupByDate(starts, listDates(from, days), zone) };
}

/** What may be set aside when times are looked for. */
type Besides = {
  /** Bookings whose own time does not stand in the way: what is being moved. */
  except?: string[];
  /** Sessions that are about to be booked along with this one. */
  also?: BookTime[];
  /** Sessions of an arc may lie beyond how far ahead others are booked. */
  anyHorizon?: boolean;
};

/**
 * Bookable starts with `start <= s < end`, epoch milliseconds, ascending. Listing and accepting both ask here, for
 * what is booked at once and for what is asked for.
 */
export async function freeStarts(
  tx: Tx,
  schedule: Schedule,
  range: Range,
  now: number,
  besides: Besides = {},
): Promise<number[]> {
  return (await lookForStarts(tx, schedule, range, now, besides)).starts;
}

/** Whether a session may begin then. Where sessions are counted, it takes its turn first, so that two cannot both be the last. */
export async function isFree(
  tx: Tx,
  schedule: Schedule,
  start: number,
  now: number,
  besides: Besides = {},
): Promise<boolean> {
  const { type } = schedule;
  const look = () => lookForStarts(tx, schedule, { start, end: start + 1 }, now, besides);
  const isLimited = type.dailyLimit !== null || type.weeklyLimit !== null || type.nextDayLimit !== null;
  if (isLimited) await takeTurn(tx, type.coachId);
  let { starts, isNearLightDay } = await look();
  if (!isLimited && isNearLightDay) {
    await takeTurn(tx, type.coachId);
    ({ starts, isNearLightDay } = await look());
  }
  return starts.includes(start);
}

async function lookForStarts(
  tx: Tx,
  { type, weeklyHours, dateOverrides }: Schedule,
  range: Range,
  now: number,
  { except = [], also = [], anyHorizon = false }: Besides,
) {
  const allowed = bookableWindow(anyHorizon ? { ...type, horizonDays: 400 } : type, type.coachZone, now);
  const from = Math.max(range.start, allowed.from);
  const until = Math.min(range.end + type.minutes * minute, allowed.until);
  if (from >= until) return { starts: [], isNearLightDay: false };
  const reach = (type.weeklyLimit === null ? 2 : 8) * day;
  const read = await readBook(tx, type.coachId, { start: from - reach, end: until + reach }, now, except);
  const book = [...read.book, ...also];
  const { minutes, before, after, step } = type;
  const open = openSlots({
    timeZone: type.coachZone,
    weeklyHours,
    dateOverrides,
    busy: [...read.busy, ...book.map(({ occupied }) => occupied)],
    session: { minutes, before, after, step },
    window: { from, until },
  });
  const counted = book.map(({ during, ...rest }) => ({ ...rest, start: during.start }));
  const passed = limitsOf({ ...type, typeId: type.id }, counted, type.coachZone, { start: from, end: until });
  return {
    starts: open.filter((start) => start < range.end && passed(start) === undefined),
    isNearLightDay: book.some(({ nextDayLimit }) => nextDayLimit !== null),
  };
}

/** Where one looks for times near one that is gone. */
export function nearRange(start: number): Range {
  return { start: start - 7 * day, end: start + 15 * day };
}

/** Free times near one that is gone, for the page that says so. */
export async function listNearTimes(
  tx: Tx,
  schedule: Schedule,
  {
    start,
    zone,
    within,
  }: { start: number; zone: string; within?: { from: number; until: number } | undefined },
  now: number,
) {
  const range = within ? { start: within.from, end: within.until } : nearRange(start);
  const starts = await freeStarts(tx, schedule, range, now, { anyHorizon: within !== undefined });
  return nearestTimes(starts, start, zone);
}
