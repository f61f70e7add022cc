import type { Tx } from "#db/client.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { NotFound } from "#lib/refusal.ts";

type Booked = { typeId: string; during: { start: number; end: number } };

/** The rules of the booking's kind, with the length that this one was booked with. */
export async function scheduleOf(tx: Tx, { typeId, during }: Booked): Promise<Schedule> {
  const schedule = await findSchedule(tx, typeId);
  if (!schedule) throw new NotFound();
  return { ...schedule, type: { ...schedule.type, minutes: (during.end - during.start) / 60_000 } };
}
