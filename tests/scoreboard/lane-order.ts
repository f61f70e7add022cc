import type { MailRoom } from "#tests/support/mail-room.ts";

type Sent = { id: string; rank: number; planned: number; begun: number; wasLeft: boolean };

// What has been begun is not broken off, and the next look at the queue takes a moment.
const slack = 2_000;

/**
 * Letters that waited while one of a lower lane was begun. Whatever a dead sender had in hand is no question of lanes:
 * it waits until somebody notices.
 */
export async function lanesPassedBy({ look }: Pick<MailRoom, "look">): Promise<number> {
  const rows = await look<Sent[]>`
    select id, array_position(array['sign-in', 'booking', 'reminder', 'overview'], lane::text) as rank,
      (extract(epoch from created_at) * 1000)::float8 as planned,
      (extract(epoch from first_attempt_at) * 1000)::float8 as begun,
      attempts > 1 or (select count(*) from pgboss.job where data->>'messageId' = m.id::text) > 1 as "wasLeft"
    from messages m where state = 'sent'`;
  const isPassedBy = (one: Sent) =>
    rows.some(({ rank, begun }) => rank > one.rank && begun > one.planned + slack && begun < one.begun);
  return rows.filter((one) => !one.wasLeft && isPassedBy(one)).length;
}
