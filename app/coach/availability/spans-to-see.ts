import { nextClockChange } from "#lib/availability/clock-change.ts";
import { listDates } from "#lib/bookings/rules.ts";
import { dateIn, dateWords } from "#lib/time/words.ts";

const day = 86_400_000;

/** Which seven days the coach may look at: the next, the ones after, and those round a clock change that is near. */
export function spansToSee(zone: string, now: number) {
  const today = dateIn(now, zone);
  const spans = [
    { from: today, words: "The next seven days" },
    { from: listDates(today, 8).at(-1) ?? today, words: "The seven days after" },
  ];
  const change = nextClockChange(zone, now);
  if (change && change.at < now + 90 * day)
    spans.push({
      from: dateIn(Math.max(now, change.at - 3 * day), zone),
      words: `Round ${dateWords(dateIn(change.at, zone))}, when your clocks change`,
    });
  return spans;
}
