import { setTimeout as pass } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { settings } from "#lib/running/settings.ts";

/** Waits for the next free place in the row that all processes share, so that together they stay below Resend's rate. */
export async function waitForTurn(): Promise<void> {
  const gap = 1_000 / settings().mail.perSecond;
  const [turn] = await asSystem("mail takes its turn", (tx) =>
    tx.execute<{ wait: number }>(sql`
      insert into rate_limits (key, points, expire) values ('mail:turn', 0, clock_timestamp() + ${gap} * interval '1 ms')
      on conflict (key) do update
        set expire = greatest(rate_limits.expire, clock_timestamp()) + ${gap} * interval '1 ms'
      returning (extract(epoch from expire - clock_timestamp()) * 1000 - ${gap})::float as wait`),
  );
  await pass(Math.max(0, turn?.wait ?? 0));
}
