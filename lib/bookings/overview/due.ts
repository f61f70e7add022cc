import type { Habits } from "#lib/mail/habits.ts";
import { firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

const noon = 12 * 60;

/**
 * The local date whose overview is due at this moment, with when it came due and when it is of no use any more, in epoch
 * milliseconds: from the hour that the coach chose until noon.
 */
export function overviewDue(
  { zone, overviewAt }: Pick<Habits, "zone" | "overviewAt">,
  now: number,
): { date: string; since: number; until: number } | undefined {
  const { date } = wallTimeAt(now, zone);
  const since = firstInstantAt({ date, minute: overviewAt }, zone);
  const until = firstInstantAt({ date, minute: noon }, zone);
  return since <= now && now < until ? { date, since, until } : undefined;
}
