import { sql } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { groupByDate } from "#lib/bookings/group-by-date.ts";
import { nearestTimes } from "#lib/bookings/nearest-times.ts";
import { bookableWindow, daysSpan, listDates } from "#lib/bookings/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { openSlots } from "#lib/scheduling/slots.ts";
import { isZone } from "#lib/time/zones.ts";

const minute = 60_000;
const day = 86_400_000;

type Question = { typeId: string; from: string; days: number; zone: string };

/** The free times of a kind of session, by local date in the reader's zone. Days without any are listed too. */
export async function listFreeTimes({ typeId, from, days, zone }: Question, now: number) {
  if (!isZone(zone))
    throw new Refusal("We do not know that time zone. Please choose another.", {
      field: "zone",
      status: 422,
    });
  const range = daysSpan(from, days, zone);
  const starts = await asSystem("free times are public", async (tx) => {
    const schedule = await findSchedule(tx, typeId);
    if (!schedule?.type.offered) throw new NotFound();
    return freeStarts(tx, schedule, range, now);
  });
  return { zone, days: groupByDate(starts, listDates(from, days), zone) };
}

/**
 * Bookable starts with `start <= s < end`, epoch milliseconds, ascending. Listing and accepting both ask here. In a
 * client's transaction the busy times come without names (see `occupied_times` in the database).
 */
export async function freeStarts(
  tx: Tx,
  schedule: Schedule,
  range: { start: number; end: number },
  now: number,
) {
  const { type, weeklyHours, dateOverrides } = schedule;
  if (type.mode !== "instant") return [];
  const allowed = bookableWindow(type, type.coachZone, now);
  const from = Math.max(range.start, allowed.from);
  const until = Math.min(range.end + type.minutes * minute, allowed.until);
  if (from >= until) return [];
  const busy = await readOccupied(tx, type.coachId, { start: from - day, end: until + day }, now);
  const starts = openSlots({
    timeZone: type.coachZone,
    weeklyHours,
    dateOverrides,
    busy,
    session: {
      minutes: type.minutes,
      before: type.before,
      after: type.after,
      step: type.step,
    },
    window: { from, until },
  });
  return starts.filter((start) => start < range.end);
}

/** Free times near one that is gone, for the page that says so. */
export async function listNearTimes(
  tx: Tx,
  schedule: Schedule,
  { start, zone }: { start: number; zone: string },
  now: number,
) {
  const starts = await freeStarts(tx, schedule, { start: start - 7 * day, end: start + 15 * day }, now);
  return nearestTimes(starts, start, zone);
}

async function readOccupied(tx: Tx, coachId: string, span: { start: number; end: number }, now: number) {
  const rows = await tx.execute<{ start: string; end: string }>(sql`
    select extract(epoch from lower(o)) * 1000 as start, extract(epoch from upper(o)) * 1000 as end
    from occupied_times(${coachId}, tstzrange(${iso(span.start)}, ${iso(span.end)}), ${iso(now)}) as o`);
  return Array.from(rows, (row) => ({
    start: Number(row.start),
    end: Number(row.end),
  }));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
