import type { TurnPart } from "#lib/availability/across-clock-change.ts";
import { clockWords, dateIn, dateWords, dayWords, lengthWords } from "#lib/time/words.ts";
import { placeWords } from "#lib/time/zones.ts";

/** "Thursday 11 March", "Thursdays 18 and 25 March", "Thursdays 25 March, 1 and 8 April". */
export function datesWords(dates: readonly string[]): string {
  const parts = dates.map((date) => dateWords(date).split(" "));
  const [weekday] = parts[0] ?? [];
  const days = parts.map(([, day, month], index) =>
    parts[index + 1]?.[2] === month ? day : `${day} ${month}`,
  ) as string[];
  return `${weekday}${dates.length > 1 ? "s" : ""} ${new Intl.ListFormat("en-GB").format(days)}`;
}

/** "Lisbon is 6 hours ahead", "… again" when it was so on days before and then not. */
export function aheadWords(zone: string, minutes: number, earlier: readonly number[]): string {
  const place = placeWords(zone);
  const length = lengthWords(Math.abs(minutes)).replace("60 minutes", "1 hour");
  const again = earlier.at(-1) !== minutes && earlier.includes(minutes) ? " again" : "";
  if (minutes === 0) return `${place} has your time${again}`;
  return `${place} is ${length} ${minutes > 0 ? "ahead" : "behind"}${again}`;
}

/** "Your clocks go forward", "Lisbon’s go back", "Your clocks and Lisbon’s go forward". */
export function turnWords({ yours, theirs }: TurnPart, zone: string): string {
  const place = placeWords(zone);
  const way = (minutes: number) => (minutes > 0 ? "forward" : "back");
  if (yours === undefined) return `${place}’s go ${way(theirs ?? 0)}`;
  if (theirs === undefined) return `Your clocks go ${way(yours)}`;
  if (way(yours) === way(theirs)) return `Your clocks and ${place}’s go ${way(yours)}`;
  return `Your clocks go ${way(yours)}, ${place}’s ${way(theirs)}`;
}

/** "Sun 14 March". */
export function shortDate(date: string): string {
  const [weekday = "", ...rest] = dateWords(date).split(" ");
  return [weekday.slice(0, 3), ...rest].join(" ");
}

const mostTimes = 16;

/** Starts on the client's clocks, with the weekday where it is another than the coach's; many are drawn together. */
export function timesWords(
  starts: readonly number[],
  { zone, date, step }: { zone: string; date: string; step: number },
): string[] {
  const words = (at: number) =>
    dateIn(at, zone) === date
      ? clockWords(at, zone)
      : `${dayWords(at, zone).slice(0, 3)} ${clockWords(at, zone)}`;
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined || starts.length <= mostTimes) return starts.map(words);
  return [`${words(first)} to ${words(last)}, every ${step} minutes`];
}
