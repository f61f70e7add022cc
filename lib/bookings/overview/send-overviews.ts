import { asSystem, lookAsSystem } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { coachDay } from "#lib/bookings/letters/coach-day.ts";
import { listDueOverviews } from "#lib/bookings/overview/queries.ts";
import { errorFields, log } from "#lib/log.ts";

/** Plans the overviews of the day that are due. Any number of processes may do this at once. Gives how many. */
export async function sendOverviews(now: number): Promise<number> {
  const due = await lookAsSystem("whose day begins", (tx) => listDueOverviews(tx, now));
  let count = 0;
  for (const one of due) {
    try {
      if (await asSystem("a coach's day begins", (tx) => coachDay(tx, one, now))) count += 1;
    } catch (error) {
      log.error("A coach got no overview", { queue: queues.overview, ...errorFields(error) });
    }
  }
  return count;
}
