import { setTimeout as pass } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { settings } from "#lib/running/settings.ts";

// Milliseconds. How far ahead mail that nobody waits for may take its turn: so long at most it keeps others from the next.
const ahead = 50;
// How long a turn is good for, at least: what takes it late comes too close to the next one.
const least = 50;

/**
 * Waits for the next free turn in the row that all processes share, so that together they stay below Resend's rate.
 * What is urgent lines up at once; the rest does so only when there is hardly a line. Tells until when the turn is good,
 * by `performance.now()`.
 */
export async function waitForTurn({ isUrgent }: { isUrgent: boolean }): Promise<number> {
  const gap = 1_000 / settings().mail.perSecond;
  for (;;) {
    const { taken, wait } = await takeTurn(gap, isUrgent);
    const left = taken ? wait : wait - ahead + Math.random() * gap;
    // Even no time at all takes a timer more than a millisecond.
    if (left > 0) await pass(left);
    if (taken) return performance.now() + Math.max(gap / 4, least);
  }
}

/** `wait`: milliseconds until this turn comes; where none was taken, until there is one to take. */
async function takeTurn(gap: number, isUrgent: boolean): Promise<{ taken: boolean; wait: number }> {
  const [turn] = await asSystem("mail takes its turn", (tx) =>
    tx.execute<{ taken: boolean; wait: number }>(sql`
      with turn as (
        insert into rate_limits (key, points, expire) values ('mail:turn', 0, clock_timestamp() + ${gap} * interval '1 ms')
        on conflict (key) do update
          set expire = greatest(rate_limits.expire, clock_timestamp()) + ${gap} * interval '1 ms'
          where ${isUrgent} or rate_limits.expire <= clock_timestamp() + ${ahead} * interval '1 ms'
        returning expire - ${gap} * interval '1 ms' as at)
      select exists (select from turn) as taken,
        (extract(epoch from coalesce((select at from turn), (select expire from rate_limits where key = 'mail:turn'))
          - clock_timestamp()) * 1000)::float as wait`),
  );
  if (!turn) throw new Error("There are no turns");
  return turn;
}
