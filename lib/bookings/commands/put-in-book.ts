import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import type { Request } from "#lib/bookings/commands/idempotency.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";

type Columns = typeof bookings.$inferInsert;

/** How a new row stands: confirmed, asked for, or held for a visitor or for a proposal. */
export type NewStanding = Pick<
  Columns,
  | "status"
  | "journeyId"
  | "holdExpires"
  | "heldName"
  | "heldEmail"
  | "proposedFor"
  | "arcId"
  | "arcStep"
  | "outsideRules"
>;

export type Entry = {
  start: number;
  zone: string;
  request: Request;
  as: NewStanding;
  /** What of the coach's time it takes, where that is not the kind's own length and buffers. */
  occupied?: { start: number; end: number };
};

/**
 * Puts one row in the coach's book, without asking whether rules allow it; undefined when the database's constraint
 * finds the time taken. ON CONFLICT because a plain insert into it deadlocks under a race.
 */
export async function putInBook(
  tx: Tx,
  { type }: Pick<Schedule, "type">,
  { start, zone, request, as, occupied: given }: Entry,
  now: number,
) {
  const { during, occupied: usual } = occupiedBy(type, start);
  const occupied = given ?? usual;
  await releaseStaleHolds(tx, type.coachId, occupied, now);
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

/** Holds that have run out stand in the constraint's way until somebody says so. */
export async function releaseStaleHolds(
  tx: Tx,
  coachId: string,
  span: { start: number; end: number },
  now: number,
): Promise<void> {
  const iso = (ms: number) => new Date(ms).toISOString();
  await tx.execute(sql`select release_stale_holds(${coachId},
    tstzrange(${iso(span.start)}, ${iso(span.end)}), ${iso(now)})`);
}
