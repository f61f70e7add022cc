import type { Tx } from "#db/client.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { listNearTimes } from "#lib/bookings/free-times.ts";
import type { NearTime } from "#lib/bookings/nearest-times.ts";
import { Refusal } from "#lib/refusal.ts";
import { isZone } from "#lib/time/zones.ts";

/** `within`: where a session of an arc has to stay. */
type Wanted = { start: number; zone: string; within?: { from: number; until: number } | undefined };

/** The refusal for a time that someone else has by now, with the nearest free ones. */
export async function takenRefusal(
  tx: Tx,
  schedule: Schedule,
  wanted: Wanted,
  now: number,
): Promise<Refusal> {
  return takenWith(await listNearTimes(tx, schedule, wanted, now));
}

/** The same, where the nearest free times are known. */
export function takenWith(near: NearTime[]): Refusal {
  return new Refusal("That time has just gone. Everything you typed is still here.", {
    code: "taken",
    status: 409,
    field: "start",
    offer: {
      nearest: near.map(({ start, how }) => ({
        start: new Date(start).toISOString(),
        how,
      })),
    },
  });
}

export function demandZone(zone: string): void {
  if (!isZone(zone))
    throw new Refusal("We do not know that time zone. Please choose another.", {
      field: "zone",
      status: 422,
    });
}
