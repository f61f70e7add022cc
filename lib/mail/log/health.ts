import { sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { together } from "#db/together.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import type { Lane } from "#lib/mail/lanes.ts";

/** How mail goes in the whole practice. All times in epoch milliseconds. */
export type MailHealth = {
  /** When the sender was last alive. */
  lastRun: number | undefined;
  /** When Resend last told us anything. */
  lastHeard: number | undefined;
  /** What could go out by now and has not: how much, and since when the oldest. */
  waiting: { lane: Lane; count: number; since: number }[];
  /** How much is planned for later. */
  later: number;
};

export async function howMailGoes(owner: OwnerViewer, now: number): Promise<MailHealth> {
  const at = new Date(now).toISOString();
  return asViewer(owner, async (tx) => {
    const [[times], waiting, [later]] = await together(
      tx
        .execute<{ ran: number | null; heard: number | null }>(sql`
          select (extract(epoch from (select ran_at from worker_runs where name = 'mail')) * 1000)::float8 as ran,
            (extract(epoch from (select max(received_at) from webhook_events)) * 1000)::float8 as heard`)
        .execute(),
      tx
        .execute<{ lane: Lane; count: number; since: number }>(sql`
          select lane, count(*)::int as count, (extract(epoch from min(
            case when not_before is null or last_error is not null then created_at
              else least(not_before, ${at}::timestamptz) end)) * 1000)::float8 as since
          from messages
          where state = 'sending' or (state = 'planned'
            and (not_before is null or not_before <= ${at} or last_error is not null))
          group by lane order by lane`)
        .execute(),
      tx
        .execute<{ count: number }>(sql`
          select count(*)::int as count from messages
          where state = 'planned' and not_before > ${at} and last_error is null`)
        .execute(),
    );
    return {
      lastRun: times?.ran ?? undefined,
      lastHeard: times?.heard ?? undefined,
      waiting: [...waiting],
      later: later?.count ?? 0,
    };
  });
}
