/** A range of one local day in wall-clock words: "09:00" to "17:30". "24:00" is the end of the day. */
export type Hours = { from: string; to: string };

/** Minutes after midnight for "09:30". */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** "09:30" for 570, "24:00" for 1440. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Whether two of the ranges share time. Touching ones do not. */
export function hasOverlap(hours: Hours[]): boolean {
  const order = hours
    .map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
    .sort((a, b) => a.from - b.from);
  return order.some((range, index) => range.from < (order[index - 1]?.to ?? 0));
}
