import type { Hours } from "#lib/availability/hours.ts";
import { readClock } from "./clock-text.ts";

/** A range as it is being typed. The key tells it apart while others come and go. */
export type Stretch = Hours & { key: number };

let made = 0;

export function stretchOf({ from, to }: Hours): Stretch {
  made += 1;
  return { key: made, from, to };
}

/** What is sent: the times as they were meant. */
export function hoursOf(stretches: readonly Stretch[]): Hours[] {
  return stretches.map(({ from, to }) => ({ from: readClock(from), to: readClock(to, { isEnd: true }) }));
}

/** A stretch to begin with: an hour after the last one, or the middle of a working day. */
export function anotherStretch(stretches: readonly Stretch[]): Stretch {
  const last = hoursOf(stretches).at(-1)?.to;
  const hour = Number(last?.slice(0, 2));
  if (!last || Number.isNaN(hour) || hour > 21) return stretchOf({ from: "09:00", to: "17:00" });
  return stretchOf({ from: clockAt(hour + 1), to: clockAt(Math.min(hour + 3, 24)) });
}

function clockAt(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
