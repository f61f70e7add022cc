import { sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";

export type DeskPerson = {
  id: string;
  name: string;
  zone: string;
  mailFails: boolean;
  hasAgreed: boolean;
  agreed: number | null;
  used: number;
};

/**
 * Who comes to these bookings, and who is on these journeys, of this coach's own. By the portal: the row policies on
 * people would go through all clients of a practice for each page.
 */
export async function readPeople(
  tx: Tx,
  coach: CoachViewer,
  { bookingIds, journeyIds }: { bookingIds: string[]; journeyIds: string[] },
): Promise<Map<string, DeskPerson[]>> {
  if (bookingIds.length + journeyIds.length === 0) return new Map();
  const ids = (all: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(all)}::jsonb)::uuid)`;
  const rows = await stepAsSystem(tx, "who a coach meets", () =>
    tx.execute<DeskPerson & { of: string }>(sql`
      select w.of, w.agreed as "hasAgreed", u.id, u.display_name as name, u.zone, u.mail_fails_since is not null as "mailFails",
        (select agreed from session_balances s where s.coach_id = ${coach.id} and s.client_id = u.id) as agreed,
        case when w.isJourney then (select count(*) from booking_attendees a join bookings b on b.id = a.booking_id
          where a.client_id = u.id and b.coach_id = ${coach.id} and b.counts) else 0 end::int as used
      from (
        select b.id as of, a.client_id, a.agreed_at is not null as agreed, false as isJourney from bookings b
          join booking_attendees a on a.booking_id = coalesce(b.proposed_for, b.id) where b.coach_id = ${coach.id} and b.id in ${ids(bookingIds)}
        union all
        select m.journey_id, m.client_id, true, true from journey_members m
          where m.coach_id = ${coach.id} and m.left_at is null and m.journey_id in ${ids(journeyIds)}
      ) w join users u on u.id = w.client_id order by u.display_name, u.id`),
  );
  return Map.groupBy(rows, ({ of }) => of);
}
