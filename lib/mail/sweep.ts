import { and, asc, inArray, lt, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages } from "#db/schema/index.ts";
import { runningJobs } from "#lib/jobs/boss.ts";
import { mailJob } from "./lanes.ts";

const grace = 5_000;
const most = 100;

/** Calls again for mail that is due and that no job looks after: its job was lost, or its process died. Gives how many. */
export async function sweepMail(now: number): Promise<number> {
  const overdue = await asSystem("mail is looked after", (tx) =>
    tx
      .select({ id: messages.id, lane: messages.lane })
      .from(messages)
      .where(
        and(
          inArray(messages.state, ["planned", "sending"]),
          lt(
            sql`coalesce(${messages.notBefore}, ${messages.createdAt})`,
            new Date(now - grace).toISOString(),
          ),
          // A call that waits in a long line is not lost.
          sql`not exists (select from pgboss.job where name = ${queues.sendMail} and state < 'active'
            and start_after <= now() and data->>'messageId' = ${messages.id}::text)`,
        ),
      )
      .orderBy(asc(messages.createdAt))
      .limit(most),
  );
  if (overdue.length === 0) return 0;
  const boss = await runningJobs();
  await boss?.insert(
    queues.sendMail,
    // One call for a message in half a minute is enough, however many processes sweep.
    overdue.map(({ id, lane }) => ({
      data: { messageId: id, lane },
      ...mailJob(lane),
      singletonKey: id,
      singletonSeconds: 30,
    })),
  );
  return overdue.length;
}
