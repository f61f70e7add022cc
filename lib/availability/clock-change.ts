import { offsetSpans } from "#lib/scheduling/zone-offsets.ts";

const day = 86_400_000;

export type ClockChange = {
  /** Epoch milliseconds. */
  at: number;
  /** Positive when clocks go forward. */
  minutes: number;
};

/** When the clocks of a zone change next within some 400 days, if they do. */
export function nextClockChange(zone: string, now: number): ClockChange | undefined {
  return clockChanges(zone, now, now + 400 * day)[0];
}

/** All changes of a zone's clocks in [from, until), epoch milliseconds, in order. */
export function clockChanges(zone: string, from: number, until: number): ClockChange[] {
  const spans = offsetSpans(zone, from, until);
  return spans.flatMap(({ from, offset }, index) => {
    const before = spans[index - 1];
    return before && before.offset !== offset
      ? [{ at: from, minutes: (offset - before.offset) / 60_000 }]
      : [];
  });
}

/** By how many minutes the clocks of `zone` are ahead of those of `other` at an instant. */
export function minutesAhead(zone: string, other: string, at: number): number {
  const offset = (name: string) => offsetSpans(name, at, at + 1)[0]?.offset ?? 0;
  return (offset(zone) - offset(other)) / 60_000;
}
