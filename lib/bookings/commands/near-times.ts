import { lookAsSystem } from "#db/client.ts";
import { findSchedule } from "#lib/availability/queries.ts";
import { takenWith } from "#lib/bookings/commands/taken.ts";
import { freeStarts, nearRange } from "#lib/bookings/free-times.ts";
import { lookTogether } from "#lib/bookings/look-together.ts";
import { nearestTimes } from "#lib/bookings/nearest-times.ts";
import { Refusal } from "#lib/refusal.ts";

const day = 86_400_000;

type Wish = { typeId: string; start: number; zone: string };

/**
 * Runs what may refuse with `takenWith([])`, and adds the nearest free times to that. They are read after its
 * transaction, where nobody waits for it any more, and once for all who want them on the same day.
 */
export async function offerNearTimes<T>(wish: Wish, now: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "taken")) throw error;
    const { start: from, end: until } = nearRange(wish.start);
    const starts = await lookTogether(`${wish.typeId} ${dayOf(wish.start)}`, () => startsAround(wish, now));
    const near = starts.filter((start) => start >= from && start < until);
    throw takenWith(nearestTimes(near, wish.start, wish.zone));
  }
}

/** What is free near any time of that day. */
function startsAround({ typeId, start }: Wish, now: number): Promise<number[]> {
  const begins = dayOf(start) * day;
  const range = { start: nearRange(begins).start, end: nearRange(begins + day).end };
  return lookAsSystem("free times are public", async (tx) => {
    const schedule = await findSchedule(tx, typeId);
    return schedule ? freeStarts(tx, schedule, range, now) : [];
  });
}

const dayOf = (at: number) => Math.floor(at / day);
