import { localDays } from "#lib/scheduling/local-days.ts";

const minute = 60_000;
const day = 86_400_000;

/** Starts (epoch ms, ascending) under the local dates of the zone on which they fall, as ISO instants. */
export function groupByDate(starts: readonly number[], dates: readonly string[], zone: string) {
  const days = dates.map((date): { date: string; starts: string[] } => ({ date, starts: [] }));
  const byNumber = new Map(days.map((each) => [Date.parse(each.date) / day, each]));
  const dayOf = localDays(zone, starts[0] ?? 0, (starts.at(-1) ?? 0) + 1);
  const write = isoWriter();
  for (const start of starts) byNumber.get(dayOf(start))?.starts.push(write(start));
  return days;
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
