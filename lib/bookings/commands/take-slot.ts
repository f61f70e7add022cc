import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import type { Request } from "#lib/bookings/commands/idempotency.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

const minute = 60_000;

type Taking = {
  start: number;
  zone: string;
  request: Request;
  as:
    | { status: "confirmed"; journeyId: string }
    | {
        status: "held";
        holdExpires: number;
        heldName: string;
        heldEmail: string;
      };
};

/** The kind of session with its coach's hours, when it can be booked without being asked for. */
export async function demandSchedule(tx: Tx, typeId: string): Promise<Schedule> {
  const schedule = await findSchedule(tx, typeId);
  if (!schedule?.type.offered) throw new NotFound();
  if (schedule.type.mode !== "instant")
    throw new Refusal(
      "This is something to ask for, and agree on together. A first conversation is a good beginning.",
      { code: "ask_first", field: "typeId" },
    );
  return schedule;
}

/**
 * Puts a time in the coach's book, or gives undefined when it is not free. The slot engine is asked again, then the
 * database's constraint has the last word. ON CONFLICT because a plain insert into it deadlocks under a race.
 */
export async function takeSlot(
  tx: Tx,
  schedule: Schedule,
  { start, zone, request, as }: Taking,
  now: number,
) {
  const { type } = schedule;
  if (!(await isFree(tx, schedule, start, now))) return undefined;

  const during = { start, end: start + type.minutes * minute };
  const occupied = {
    start: during.start - type.before * minute,
    end: during.end + type.after * minute,
  };
  const at = new Date(now).toISOString();
  await tx.execute(sql`select release_stale_holds(${type.coachId},
    tstzrange(${new Date(occupied.start).toISOString()}, ${new Date(occupied.end).toISOString()}), ${at})`);
  const id = randomUUID();
  const [made] = await tx
    .insert(bookings)
    .values({
      id,
      coachId: type.coachId,
      typeId: type.id,
      during,
      occupied,
      bookedZone: zone,
      icsUid: `${id}@attune`,
      idempotencyOwner: request.owner,
      idempotencyKey: request.key,
      idempotencyHash: request.hash,
      ...as,
    })
    .onConflictDoNothing()
    .returning({ id: bookings.id });
  return made ? { id: made.id, type, during } : undefined;
}
