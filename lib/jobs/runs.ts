import { lt, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import type { queues } from "#db/queues.ts";
import { workerRuns } from "#db/schema/index.ts";

const apart = 15_000;

/** Notes that this work is alive, or was done well, at `now` in epoch milliseconds. All processes share the row; a write in a while is enough. */
export async function noteRun(
  name: "mail" | (typeof queues)[keyof typeof queues],
  now: number,
): Promise<void> {
  await asSystem("work goes on", (tx) =>
    tx
      .insert(workerRuns)
      .values({ name, ranAt: now })
      .onConflictDoUpdate({
        target: workerRuns.name,
        set: { ranAt: sql`excluded.ran_at` },
        setWhere: lt(workerRuns.ranAt, now - apart),
      }),
  );
}
