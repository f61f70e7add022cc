import type { Hours } from "#lib/availability/hours.ts";

const day = 86_400_000;

/** Hours that may be for some kinds of session only. */
export type KindHours = Hours & { kinds?: string[] };
export type TimeOff = { fromDate: string; toDate: string };

type Kept = {
  weekly: (KindHours & { weekday: number })[];
  overrides: { date: string; hours: KindHours[] }[];
  timeOff: TimeOff[];
};

/** The opening hours of one kind of session, as the slot engine wants them: time off is a closed date. */
export function hoursOfKind(kind: string, { weekly, overrides, timeOff }: Kept) {
  const isFor = ({ kinds }: KindHours) => !kinds || kinds.includes(kind);
  return {
    weeklyHours: weekly.filter(isFor).map(({ weekday, from, to }) => ({ weekday, from, to })),
    dateOverrides: [
      ...overrides.map(({ date, hours }) => ({
        date,
        hours: hours.filter(isFor).map(({ from, to }) => ({ from, to })),
      })),
      // The last one for a date counts.
      ...timeOff.flatMap(datesOf).map((date) => ({ date, hours: [] })),
    ],
  };
}

/** The local dates of time off, "2026-12-24" and so on. */
export function datesOf({ fromDate, toDate }: TimeOff): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(fromDate); at <= Date.parse(toDate); at += day)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}
