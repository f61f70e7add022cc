import { setTimeout as pause } from "node:timers/promises";
import type { Keeper } from "#tests/support/gate.ts";
import type { MailRoom } from "#tests/support/mail-room.ts";

type Arrived = { createdAt: string; tags: { name: string; value: string }[] };
type Row = { id: string; state: string };

/** How often the mailbox took in each message, by what stands in the mail and not by its key. */
export async function arrivals({ mailbox }: { mailbox: string }): Promise<Map<string, number>> {
  const mails = (await (await fetch(`${mailbox}/messages`)).json()) as Arrived[];
  const counts = new Map<string, number>();
  for (const { tags } of mails) {
    const id = tags.find(({ name }) => name === "message_id")?.value ?? "";
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** What became of every planned message: what the table says beside what the mailbox has. */
export async function accountOf(room: Pick<MailRoom, "look" | "mailbox">) {
  const rows = await room.look<Row[]>`select id, state from messages`;
  const arrived = await arrivals(room);
  const times = (id: string) => arrived.get(id) ?? 0;
  return {
    planned: rows.length,
    accepted: [...arrived.values()].reduce((sum, count) => sum + count, 0),
    lost: rows.filter(({ id }) => times(id) === 0).length,
    duplicates: rows.filter(({ id }) => times(id) > 1).length,
    notMarkedSent: rows.filter(({ state }) => state !== "sent").length,
  };
}

/** The most requests that the mailbox had in any second. */
export async function mostInASecond({ mailbox }: { mailbox: string }): Promise<number> {
  const came = (await (await fetch(`${mailbox}/requests`)).json()) as { at: number }[];
  const times = came.map(({ at }) => at).sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [to, at] of times.entries()) {
    while (at - (times[from] ?? 0) >= 1_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** As if it were so much later: everything that waits in the database has waited longer. */
export async function passTime({ look }: MailRoom, seconds: number): Promise<void> {
  const span = `${seconds} seconds`;
  await look`update messages set created_at = created_at - ${span}::interval,
    not_before = not_before - ${span}::interval, expires_at = expires_at - ${span}::interval,
    first_attempt_at = first_attempt_at - ${span}::interval`;
  // What a dead process had in hand, and what called once in half a minute, is past.
  await look`update pgboss.job set singleton_on = null, start_after = start_after - ${span}::interval,
    started_on = started_on - ${span}::interval`;
}

/** As if what dead senders had in hand had been noticed. Only where none lives. */
export async function endClaims({ look }: MailRoom): Promise<void> {
  await look`update messages set not_before = now() where state = 'sending'`;
  await look`update pgboss.job set state = 'created', started_on = null where state = 'active'`;
}

export async function until(what: string, ask: () => Promise<boolean>, seconds = 30): Promise<void> {
  const late = Date.now() + seconds * 1_000;
  while (!(await ask())) {
    if (Date.now() > late) throw new Error(`After ${seconds} s still not: ${what}`);
    await pause(10);
  }
}

/** How many messages are on their way yet. */
export async function openMail({ look }: MailRoom): Promise<number> {
  const [open] = await look<{ count: number }[]>`
    select count(*)::int as count from messages where state in ('planned', 'sending')`;
  return open?.count ?? 0;
}

/** What a sender with a new key for each try would do. */
export const withoutKey: Keeper = ({ headers }, pass) => {
  delete headers["idempotency-key"];
  return pass();
};
