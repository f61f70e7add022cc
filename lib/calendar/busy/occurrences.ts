import ICAL from "ical.js";
import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";
import type { RepeatRule } from "./repeat-rule.ts";
import { day, hour, type Wall } from "./wall-clock.ts";

const periods: Record<string, number> = { HOURLY: hour, DAILY: day, WEEKLY: 7 * day };

/**
 * The walls at which a rule comes round, from `from` to before `until`, for an entry that begins at `start`. Without
 * regard to zones: a clock on a wall knows none. Earlier ones may be among them. Throws FeedProblem after too many steps.
 */
export function occurrences(
  rule: RepeatRule,
  start: Wall,
  { from, until }: { from: Wall; until: Wall },
  { steps }: Pick<Caps, "steps">,
): Wall[] {
  const skipped = periodsToSkip(rule, start, from);
  const first = start + skipped * (periods[rule.freq] ?? 0) * rule.interval;
  const most = rule.count === undefined ? Number.POSITIVE_INFINITY : rule.count - skipped;
  const found: Wall[] = [];
  const walk = ICAL.Recur.fromString(rule.endless).iterator(timeAt(first));
  for (let step = 0, counted = 0; counted < most; step += 1) {
    if (step === steps) throw new FeedProblem("too_much");
    const next = walk.next();
    if (!next) break;
    const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
    if (wall >= until) break;
    if (!isMeant(rule, start, wall)) continue;
    counted += 1;
    found.push(wall);
  }
  return found;
}

/** Whole periods before the days that we look at, where leaving them out changes nothing. */
function periodsToSkip(rule: RepeatRule, start: Wall, from: Wall): number {
  const period = periods[rule.freq];
  const isOneAPeriod = rule.by.size === 0;
  if (!period || (rule.count !== undefined && !isOneAPeriod)) return 0;
  const passed = Math.max(0, Math.floor((from - start) / (period * rule.interval)) - 1);
  return rule.count === undefined ? passed : Math.min(passed, rule.count);
}

// The walker makes 2 March of 30 February, and 1 March of a 29 February that is not there.
function isMeant({ freq, by, monthDays }: RepeatRule, start: Wall, wall: Wall): boolean {
  const date = new Date(wall);
  const isByDate =
    monthDays !== undefined ||
    ((freq === "YEARLY" || freq === "MONTHLY") && !by.has("BYDAY") && !by.has("BYYEARDAY"));
  const isByMonth = freq === "YEARLY" && isByDate && !by.has("BYMONTH");
  const days = monthDays ?? [new Date(start).getUTCDate()];
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const months = by.get("BYMONTH")?.map(Number);
  if (months && !months.includes(date.getUTCMonth() + 1)) return false;
  if (isByMonth && !monthDays && date.getUTCMonth() !== new Date(start).getUTCMonth()) return false;
  return !isByDate || days.some((one) => (one > 0 ? one : last + 1 + one) === date.getUTCDate());
}

function timeAt(wall: Wall) {
  const date = new Date(wall);
  return new ICAL.Time(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      isDate: false,
    },
    ICAL.Timezone.localTimezone,
  );
}
