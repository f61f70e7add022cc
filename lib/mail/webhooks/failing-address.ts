import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { permanent } from "./delivery.ts";
import { mailComesBack } from "./letters.ts";

type Told = {
  personId: string;
  /** The addresses that the mail went to. */
  to: string[];
  /** It arrived. */
  isGood: boolean;
};

/**
 * Since when a person's address fails follows from how far each of their mails has come, so it is the same in whatever
 * order that is told. When it begins to fail their coaches get a letter.
 */
export async function reconsiderAddress(tx: Tx, { personId, to, isGood }: Told, now: number): Promise<void> {
  // Two mails of one person may be told of at once.
  const [person] = await tx
    .select({
      id: users.id,
      role: users.role,
      name: users.displayName,
      email: users.email,
      since: users.mailFailsSince,
    })
    .from(users)
    .where(eq(users.id, personId))
    .for("no key update");
  // Mail to an address that is not theirs any more says nothing of the one they have.
  if (!person || !to.includes(person.email) || (isGood && person.since === null)) return;
  const since = await failsSince(tx, personId);
  if (since === person.since) return;
  await tx.update(users).set({ mailFailsSince: since }).where(eq(users.id, personId));
  if (since !== null && person.since === null && person.role === "client")
    await mailComesBack(tx, person, since, now);
}

/** The first mail that came back for good after the last one that arrived, epoch milliseconds. */
async function failsSince(tx: Tx, personId: string): Promise<number | null> {
  const [found] = await tx.execute<{ since: number | null }>(sql`
    select (extract(epoch from min(delivery_at)) * 1000)::float8 as since
    from messages
    where recipient_id = ${personId}
      and (delivery in ('suppressed', 'complained') or (delivery = 'bounced' and last_error = ${permanent}))
      and delivery_at > coalesce(
        (select max(delivery_at) from messages where recipient_id = ${personId} and delivery = 'delivered'),
        '-infinity')`);
  return found?.since ?? null;
}
