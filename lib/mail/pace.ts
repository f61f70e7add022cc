import { setTimeout as pass } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { settings } from "#lib/running/settings.ts";
import { isUrgent, type Lane } from "./lanes.ts";

// How far ahead mail that nobody waits for may take its turn: so long at most it keeps a way in from the next one.
const ahead = 100;

/**
 * Waits for the next free turn in the row that all processes share, so that together they stay below Resend's rate. A
 * way in lines up at once; other mail does so only when there is hardly a line.
 */
export async function waitForTurn(lane: Lane): Promise<void> {
  const gap = 1_000 / settings().mail.perSecond;
  for (;;) {
    const { taken, wait } = await takeTurn(gap, isUrgent(lane));
    await pass(Math.max(0, taken ? wait : wait - ahead + Math.random() * gap));
    if (taken) return;
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
