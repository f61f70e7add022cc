import { minuteOf } from "#lib/availability/hours.ts";
import { hoursOf } from "./stretches.ts";
import type { WeekDay } from "./week.ts";

const isClock = /^\d\d:\d\d$/;

/** From which full hour to which the days are drawn: a working day, and more when someone opens earlier or later. */
export function barRange(days: WeekDay[]): [number, number] {
  const minutes = days.flatMap(drawn).flatMap(({ from, to }) => [from, to]);
  const first = Math.min(7 * 60, ...minutes);
  const last = Math.max(20 * 60, ...minutes);
  return [Math.floor(first / 60), Math.ceil(last / 60)];
}

/** A day at a glance. The times beside it say the same in figures. */
export function HoursBar({ day, range: [first, last] }: { day: WeekDay; range: [number, number] }) {
  const across = (minute: number) => ((minute - first * 60) / ((last - first) * 60)) * 200;
  return (
    <svg
      className="span"
      viewBox="0 0 200 32"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="ground" x="0" y="8" width="200" height="16" rx="3" />
      {drawn(day).map(({ key, from, to }) => (
        <rect
          key={key}
          className="open"
          x={across(from)}
          y="6"
          width={across(to) - across(from)}
          height="20"
          rx="3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

function drawn({ isOpen, stretches }: WeekDay): { key: number; from: number; to: number }[] {
  if (!isOpen) return [];
  return hoursOf(stretches)
    .map(({ from, to }, index) => ({ key: stretches[index]?.key ?? index, from, to }))
    .filter(({ from, to }) => isClock.test(from) && isClock.test(to))
    .map(({ key, from, to }) => ({ key, from: minuteOf(from), to: minuteOf(to) }))
    .filter(({ from, to }) => from < to && to <= 1440);
}
