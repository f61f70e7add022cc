import type { Tx } from "#db/client.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { type Entry, putInBook } from "#lib/bookings/commands/put-in-book.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** A kind of session that can be chosen, with its coach's hours. */
export async function demandOffered(tx: Tx, typeId: string): Promise<Schedule> {
  const schedule = await findSchedule(tx, typeId);
  if (!schedule?.type.offered) throw new NotFound();
  return schedule;
}

/** The same, when it is booked without being asked for, and by anybody. */
export async function demandInstant(tx: Tx, typeId: string): Promise<Schedule> {
  const schedule = await demandOffered(tx, typeId);
  if (schedule.type.mode !== "instant" || schedule.type.openTo !== "everyone") throw askFirst();
  return schedule;
}

export function askFirst(): Refusal {
  return new Refusal(
    "This is something to ask for, and agree on together. A first conversation is a good beginning.",
    { code: "ask_first", field: "typeId" },
  );
}

/** Puts a time in the coach's book, or gives undefined when it is not free: the rules are asked, then the constraint. */
export async function takeSlot(tx: Tx, schedule: Schedule, entry: Entry, now: number) {
  if (!(await isFree(tx, schedule, entry.start, now))) return undefined;
  return putInBook(tx, schedule, entry, now);
}
