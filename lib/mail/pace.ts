import { setTimeout as pass } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { settings } from "#lib/running/settings.ts";

// Milliseconds. How far ahead mail that nobody waits for may take its turn: so long at most it keeps others from the next.
const ahead = 50;
// How long a turn is good for, at least: what takes it late comes too close to the next one.
const least = 50;
// How much longer one letter may be on its way than another.
const onItsWay = 25;

type Turn = {
  /** Until when it is good, by `performance.now()`. */
  goodUntil: number;
};

/**
 * Waits for the next free turn in the row that all processes share, so that together they stay below Resend's rate.
 * What is urgent lines up at once; the rest does so only when there is hardly a line. Undefined, and no turn taken, for
 * a message that is not due, or not any more. `now` in epoch milliseconds.
 */
export function waitForTurn(messageId: string, isUrgent: boolean, now: number): Promise<Turn | undefined> {
  const isDue = sql`exists (select from messages where id = ${messageId} and state in ('planned', 'sending')
    and (not_before is null or not_before <= ${new Date(now).toISOString()}::timestamptz))`;
  return turnFor(isDue, isUrgent);
}

/** Another turn for who has let theirs pass. */
export const waitForNextTurn = (): Promise<Turn | undefined> => turnFor(sql`true`, true);

async function turnFor(isWanted: SQL, isUrgent: boolean): Promise<Turn | undefined> {
  const { perSecond } = settings().mail;
  const goodFor = Math.max(250 / perSecond, least);
  // So wide that one turn used at its end and the next ones at their beginning still are no more than the rate in any second.
  const gap = (1_000 + goodFor + onItsWay) / perSecond;
  for (;;) {
    const { wanted, taken, wait } = await takeTurn(isWanted, isUrgent, gap);
    if (!wanted) return undefined;
    const left = taken ? wait : wait - ahead + Math.random() * gap;
    // Even no time at all takes a timer more than a millisecond.
    if (left > 0) await pass(left);
    if (taken) return { goodUntil: performance.now() + goodFor };
  }
}

type Taken = {
  wanted: boolean;
  taken: boolean;
  /** Milliseconds until this turn comes; where none was taken, until there is one to take. */
  wait: number;
};

async function takeTurn(isWanted: SQL, isUrgent: boolean, gap: number): Promise<Taken> {
  const [turn] = await asSystem("mail takes its turn", (tx) =>
    tx.execute<Taken>(sql`
      with wanted as (select ${isWanted} as so),
      turn as (
        insert into rate_limits (key, points, expire)
          select 'mail:turn', 0, clock_timestamp() + ${gap} * interval '1 ms' from wanted where so
        on conflict (key) do update
          set expire = greatest(rate_limits.expire, clock_timestamp()) + ${gap} * interval '1 ms'
          where ${isUrgent} or rate_limits.expire <= clock_timestamp() + ${ahead} * interval '1 ms'
        returning expire - ${gap} * interval '1 ms' as at)
      select (select so from wanted) as wanted, exists (select from turn) as taken,
        (extract(epoch from coalesce((select at from turn), (select expire from rate_limits where key = 'mail:turn'))
          - clock_timestamp()) * 1000)::float as wait`),
  );
  if (!turn) throw new Error("There are no turns");
  return turn;
}
