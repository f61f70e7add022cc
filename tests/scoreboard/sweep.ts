import type { World } from "./world.ts";

type Stretch = { whose: string; from: number; to: number };

/** Meetings of one coach whose times, with what is kept free around them, touch. */
export async function coachOverlaps({ look }: World, coachIds: string[]): Promise<number> {
  return countOverlaps(
    await look<Stretch[]>`
      select coach_id as whose, extract(epoch from lower(occupied))::float8 as from, extract(epoch from upper(occupied))::float8 as to
      from bookings where coach_id = any(${coachIds}) and status not in ('cancelled', 'declined', 'expired')`,
  );
}

/** Meetings of one client that touch, with whichever of these coaches. */
export async function clientOverlaps({ look }: World, coachIds: string[]): Promise<number> {
  return countOverlaps(
    await look<Stretch[]>`
      select client_id as whose, extract(epoch from lower(b.during))::float8 as from, extract(epoch from upper(b.during))::float8 as to
      from booking_attendees a join bookings b on b.id = a.booking_id
      where coach_id = any(${coachIds}) and status not in ('cancelled', 'declined', 'expired')`,
  );
}

/** How many begin while another one of the same person lasts, found by going through ends and beginnings in their order. */
function countOverlaps(stretches: readonly Stretch[]): number {
  const edges = stretches
    .flatMap(({ whose, from, to }) => [
      { whose, at: from, step: 1 },
      { whose, at: to, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const lasting = new Map<string, number>();
  let overlaps = 0;
  for (const { whose, step } of edges) {
    const now = (lasting.get(whose) ?? 0) + step;
    if (step > 0 && now > 1) overlaps += 1;
    lasting.set(whose, now);
  }
  return overlaps;
}
