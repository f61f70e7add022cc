/** A range of one local day in wall-clock words: "09:00" to "17:30". "24:00" is the end of the day. */
export type Hours = { from: string; to: string };

type ForKinds = Hours & { kinds?: readonly string[] | null | undefined };

/** Minutes after midnight for "09:30". */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** "09:30" for 570, "24:00" for 1440. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Whether two of the ranges share time and a kind of session. Touching ones do not; without `kinds` it is for all. */
export function hasOverlap(hours: ForKinds[]): boolean {
  return hours.some((one, index) =>
    hours.slice(index + 1).some((other) => sharesKind(one, other) && sharesTime(one, other)),
  );
}

function sharesTime(one: Hours, other: Hours): boolean {
  return minuteOf(one.from) < minuteOf(other.to) && minuteOf(other.from) < minuteOf(one.to);
}

function sharesKind({ kinds }: ForKinds, other: ForKinds): boolean {
  return !kinds || !other.kinds || kinds.some((kind) => other.kinds?.includes(kind));
}
