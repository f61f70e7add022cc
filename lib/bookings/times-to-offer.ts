import { asViewer } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findSchedule } from "#lib/availability/queries.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import { dateIn } from "#lib/time/words.ts";

const day = 86_400_000;

type Asked = {
  typeId: string;
  during: { start: number; end: number };
  coachZone: string;
};

/**
 * Free times around one that was asked for, by the coach's local dates: from a week before it to three weeks after.
 * Those too near to it to be kept along with it are left out. `apart`: how far any two have to lie apart to be kept
 * both. Milliseconds.
 */
export async function listTimesToOffer(coach: CoachViewer, asked: Asked, now: number) {
  const { start, end } = asked.during;
  return asViewer(coach, async (tx) => {
    const schedule = await findSchedule(tx, asked.typeId);
    if (!schedule) return { days: [], apart: 0 };
    const type = { ...schedule.type, minutes: (end - start) / 60_000 };
    const range = { start: start - 7 * day, end: start + 21 * day };
    const free = await freeStarts(tx, { ...schedule, type }, range, now);
    const own = occupiedBy(type, start).occupied;
    const apart = own.end - own.start;
    const starts = free.filter((one) => Math.abs(one - start) >= apart);
    const byDate = Map.groupBy(starts, (one) => dateIn(one, asked.coachZone));
    return { days: Array.from(byDate, ([date, times]) => ({ date, starts: times })), apart };
  });
}
