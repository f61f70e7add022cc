import { sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { permanent } from "#lib/mail/webhooks/delivery.ts";
import { NotFound } from "#lib/refusal.ts";
import { isWatched } from "./jobs.ts";
import { readMachine } from "./machine.ts";
import type { Readings } from "./readings.ts";
import { failedDays } from "./work-lines.ts";

const day = 86_400_000;

/** How the practice is, in numbers. For its owner alone, whom the database has to know as one. */
export async function readHealth(owner: OwnerViewer, now: number): Promise<Readings> {
  const { portal, node, ...machine } = await readMachine();
  return asViewer(owner, async (tx) => {
    const [whole] = await tx.execute<{
      is_owner: boolean;
      bytes: number;
      postgres: string;
      ran: number | null;
    }>(sql`
      select viewer_is_owner() as is_owner, pg_database_size(current_database())::float8 as bytes,
        current_setting('server_version') as postgres,
        (extract(epoch from (select ran_at from worker_runs where name = 'mail')) * 1000)::float8 as ran`);
    if (!whole?.is_owner) throw new NotFound();
    return {
      ...machine,
      version: { portal, node, postgres: whole.postgres.split(" ")[0] ?? whole.postgres },
      databaseBytes: whole.bytes,
      mailLastRun: whole.ran ?? undefined,
      jobs: await readJobs(tx),
      ...(await readMail(tx, now)),
      feeds: await readFeeds(tx, now),
    };
  });
}

async function readJobs(tx: Tx): Promise<Readings["jobs"]> {
  const rows = await tx.execute<{ name: string; ran: number | null; since: number }>(sql`
    select q.name, (extract(epoch from r.ran_at) * 1000)::float8 as ran,
      (extract(epoch from q.created_on) * 1000)::float8 as since
    from pgboss.queue q left join worker_runs r on r.name = q.name order by q.name`);
  return rows.flatMap(({ name, ran, since }) =>
    isWatched(name) ? [{ name, lastRun: ran ?? undefined, knownSince: since }] : [],
  );
}

async function readMail(tx: Tx, now: number): Promise<Pick<Readings, "mail" | "addressesFailing">> {
  const [at, since] = [new Date(now).toISOString(), new Date(now - failedDays * day).toISOString()];
  const [row] = await tx.execute<{
    waiting: number;
    since: number | null;
    failed: number;
    unsure: number;
    failing: number;
  }>(sql`
    select count(*) filter (where due)::int as waiting,
      (extract(epoch from min(due_since) filter (where due)) * 1000)::float8 as since,
      count(*) filter (where state = 'dead' and created_at > ${since}::timestamptz)::int as failed,
      count(*) filter (where state = 'unsure' and created_at > ${since}::timestamptz)::int as unsure,
      (select count(*)::int from (
        select from messages where recipient_id is not null group by recipient_id
        having max(delivery_at) filter (where delivery in ('suppressed', 'complained')
            or (delivery = 'bounced' and last_error = ${permanent}))
          > coalesce(max(delivery_at) filter (where delivery = 'delivered'), '-infinity')) as f) as failing
    from (select state, created_at,
        state = 'sending' or (state = 'planned'
          and (not_before is null or not_before <= ${at}::timestamptz or last_error is not null)) as due,
        case when not_before is null or last_error is not null then created_at
          else least(not_before, ${at}::timestamptz) end as due_since
      from messages) as m`);
  return {
    mail: {
      waiting: row?.waiting ?? 0,
      waitingSince: row?.since ?? undefined,
      failed: row?.failed ?? 0,
      unsure: row?.unsure ?? 0,
    },
    addressesFailing: row?.failing ?? 0,
  };
}

// The calendars are their coaches' own; how many there are is all that is told of them.
async function readFeeds(tx: Tx, now: number): Promise<Readings["feeds"]> {
  const since = new Date(now - day).toISOString();
  return stepAsSystem(tx, "how many calendars are read", async () => {
    const [row] = await tx.execute<{ all: number; unread: number }>(sql`
      select count(*)::int as all,
        count(*) filter (where coalesce(good_at, created_at) < ${since}::timestamptz)::int as unread
      from busy_feeds`);
    return { all: row?.all ?? 0, unread: row?.unread ?? 0 };
  });
}
