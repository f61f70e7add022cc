import { asSystem, lookAsSystem } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { remindOf } from "#lib/bookings/letters/reminders.ts";
import { type DueReminder, listDueReminders } from "#lib/bookings/reminders/queries.ts";
import { errorFields, log } from "#lib/log.ts";

// More than come due in a minute of any practice; after a long pause the next minutes do the rest.
const mostMeetings = 200;

/** Plans the reminders that are due at this moment. Any number of processes may do this at once. Gives how many. */
export async function remind(now: number): Promise<number> {
  const due = await lookAsSystem("which reminders are due", (tx) => listDueReminders(tx, now));
  const meetings = [...Map.groupBy(due, ({ bookingId }) => bookingId)].slice(0, mostMeetings);
  let count = 0;
  for (const [bookingId, wanted] of meetings) count += await remindOfOne(bookingId, wanted, now);
  return count;
}

// One that fails must not keep the others from being reminded.
async function remindOfOne(bookingId: string, wanted: DueReminder[], now: number): Promise<number> {
  const start = wanted[0]?.start ?? 0;
  try {
    return await asSystem("a meeting comes near", (tx) => remindOf(tx, bookingId, start, wanted, now));
  } catch (error) {
    log.error("Nobody could be reminded of a meeting", { queue: queues.remind, ...errorFields(error) });
    return 0;
  }
}
