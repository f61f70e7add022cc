import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

const minute = 60_000;
const day = 86_400_000;

/** Starts (epoch ms, ascending) under the local dates of the zone on which they fall, as ISO instants. */
export function groupByDate(starts: readonly number[], dates: readonly string[], zone: string) {
  const days = dates.map((date): { date: string; starts: string[] } => ({ date, starts: [] }));
  const byNumber = new Map(days.map((each) => [Date.parse(each.date) / day, each]));
  const write = isoWriter();
  let next = 0;
  for (const { until, offset } of spansAround(starts, zone))
    for (let start = starts[next]; start !== undefined && start < until; start = starts[++next])
      byNumber.get(Math.floor((start + offset) / day))?.starts.push(write(start));
  return days;
}

function spansAround(starts: readonly number[], zone: string) {
  const [first, last] = [starts[0], starts.at(-1)];
  return first === undefined || last === undefined ? [] : offsetSpans(zone, first, last + 1);
}

const clocks = Array.from({ length: 1440 }, (_, at) => new Date(at * minute).toISOString().slice(10));

// A month of times is many: each date is written once, each time of day is known.
function isoWriter(): (ms: number) => string {
  let [known, date] = [Number.NaN, ""];
  return (ms) => {
    const number = Math.floor(ms / day);
    if (number !== known) [known, date] = [number, new Date(number * day).toISOString().slice(0, 10)];
    return date + (clocks[(ms - number * day) / minute] ?? new Date(ms).toISOString().slice(10));
  };
}
