import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { firstKey } from "#lib/mail/first-key.ts";
import { receivedFrom, shareIn } from "./coach-keys.ts";

type Letter = { recipientId: string; dedupe: string };

const wentOut = sql`m.state in ('sending', 'sent', 'unsure') and m.first_attempt_at is not null`;
const iso = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;
const day = 86_400_000;

/**
 * Whether what was shared is there to read, unopened, and no other letter about the same client stands for it: one that
 * went when it could be read already, or one about something that the coach has not opened since.
 */
export async function isStillUnread(tx: Tx, { recipientId, dedupe }: Letter, now: number): Promise<boolean> {
  const key = await firstKey(tx, dedupe);
  const shareId = shareIn(key);
  const [share] = await tx.execute<{ clientId: string; readableFrom: string }>(sql`
    select author_id as "clientId", readable_from::text as "readableFrom" from reflection_shares
    where id = ${shareId} and reader_id = ${recipientId}
      and withdrawn_at is null and opened_at is null and readable_from <= ${iso(now)}`);
  if (!share || key !== dedupe) return share !== undefined;
  const { clientId, readableFrom } = share;
  const about = receivedFrom({ coachId: recipientId, clientId });
  await takeTurns(tx, about);
  return !(await isTrue(
    tx,
    sql`select 1 from messages m
      where m.recipient_id = ${recipientId} and m.kind = 'reflection_received' and starts_with(m.dedupe, ${about}) and ${wentOut}
        and (m.first_attempt_at >= ${readableFrom}::timestamptz or (
          exists (select from reflection_shares s where starts_with(m.dedupe, ${about}::text || s.id) and s.opened_at is null
            and (s.withdrawn_at is null or m.first_attempt_at > ${iso(now - day)}))
          and not exists (select from reflection_shares s where s.author_id = ${clientId} and s.reader_id = ${recipientId}
            and s.opened_at > m.first_attempt_at)))`,
  ));
}

/** Whether a flag of what was shared still waits, and none of the letters that sent the coach to the desk did so since. */
export async function stillAsksForALook(
  tx: Tx,
  { recipientId, dedupe }: Letter,
  now: number,
): Promise<boolean> {
  const key = await firstKey(tx, dedupe);
  const shareId = shareIn(key);
  const [flagged] = await tx.execute<{ readableFrom: string }>(sql`
    select s.readable_from::text as "readableFrom" from reflection_shares s
    where s.id = ${shareId} and s.reader_id = ${recipientId} and s.readable_from <= ${iso(now)}
      and (s.withdrawn_at is null or s.opened_at is not null)
      and exists (select from flags f where f.share_id = s.id and f.settled_at is null and f.tier <> 'note')`);
  if (!flagged || key !== dedupe) return flagged !== undefined;
  await takeTurns(tx, `please_look:${recipientId}`);
  return !(await isTrue(
    tx,
    sql`select 1 from messages m where m.recipient_id = ${recipientId} and m.kind = 'please_look' and ${wentOut}
      and m.first_attempt_at >= ${flagged.readableFrom}::timestamptz`,
  ));
}

// Letters that quiet hours held back all come due at once, and each has to see what became of the others.
async function takeTurns(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

async function isTrue(tx: Tx, rows: SQL): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`select exists (${rows}) as found`);
  return row?.found === true;
}
