import { setTimeout as pause } from "node:timers/promises";
import type { World } from "./world.ts";

// A letter that the clock plans for a session that is near comes whenever its minute has come.
const byTheClock = [
  ...["meeting_tomorrow", "meeting_soon"],
  ...["reflection_open", "reflection_reminder", "check_in_open", "check_in_reminder"],
];
const rowsOf = (name: string) =>
  name === "messages"
    ? `(select * from messages where kind not in (${byTheClock.map((kind) => `'${kind}'`).join(", ")}))`
    : `"${name}"`;

/** One value for each table, over all its rows. Equal values: nothing was changed. */
export async function snapshot({ look }: World): Promise<Record<string, string>> {
  const tables = await look<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const sums = tables
    // Counters of how often somebody asked are there to change, and so is when the worker was last alive.
    .filter(({ name }) => name !== "rate_limits" && name !== "worker_runs")
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as sum from ${rowsOf(name)} t`,
    );
  const rows = await look.unsafe<{ name: string; sum: string }[]>(sums.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** The tables that differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}

/**
 * Waits until every calendar that was asked for has been looked at, and every planned mail has gone out, but for what
 * waits for the end of somebody's quiet hours.
 */
export async function untilMailIsOut({ look }: World, seconds = 120): Promise<void> {
  const late = Date.now() + seconds * 1_000;
  for (;;) {
    const [open] = await look`
      select (select count(*) from busy_feeds where state = 'new')::int as unread,
        (select count(*) from messages where state = 'sending'
          or (state = 'planned' and coalesce(not_before, created_at) < now() + interval '5 minutes'))::int as count`;
    if (open?.unread + open?.count === 0) return;
    if (Date.now() > late) throw new Error(`${open?.count} mails are still not out after ${seconds} s`);
    await pause(100);
  }
}

/** Waits until calendars that were added have been looked at, and the mail is out that may come of it. */
export async function untilAllIsDone(world: World, seconds = 120): Promise<void> {
  const late = Date.now() + seconds * 1_000;
  for (;;) {
    const [unread] = await world.look`
      select count(*)::int as count from busy_feeds where state = 'new' or checked_at is null`;
    if (unread?.count === 0) break;
    if (Date.now() > late)
      throw new Error(`${unread?.count} calendars are still not read after ${seconds} s`);
    await pause(100);
  }
  await untilMailIsOut(world);
}

type Ledger = { accepted: number; requests: number; keys: Record<string, { accepted: number }> };

/** How often the mailbox took in the mail of this message. */
export async function ledgerOf({ mailbox }: World): Promise<(messageId: string) => number> {
  const ledger = (await (await fetch(`${mailbox}/ledger`)).json()) as Ledger;
  return (messageId) => ledger.keys[`message/${messageId}`]?.accepted ?? 0;
}
