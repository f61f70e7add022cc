import type { Hours } from "#lib/availability/hours.ts";
import { readClock } from "./clock-text.ts";
import { isSameSet, type Kinds } from "./kind-sets.ts";

export type KindHours = Hours & { kinds?: Kinds };
/** A range as it is being typed. The key tells it apart while others come and go. */
export type Stretch = Hours & { key: number; kinds: Kinds };

let made = 0;

export function stretchOf({ from, to, kinds }: KindHours): Stretch {
  made += 1;
  return { key: made, from, to, kinds };
}

/** What is sent: the times as they were meant. */
export function hoursOf(stretches: readonly Stretch[]): KindHours[] {
  return stretches.map(({ from, to, kinds }) => ({
    from: readClock(from),
    to: readClock(to, { isEnd: true }),
    ...(kinds && { kinds }),
  }));
}

/** A stretch to begin with: an hour after the last one and for its kinds, or the middle of a working day. */
export function anotherStretch(stretches: readonly Stretch[]): Stretch {
  const last = hoursOf(stretches).at(-1);
  const hour = Number(last?.to.slice(0, 2));
  if (!last || Number.isNaN(hour) || hour > 21)
    return stretchOf({ from: "09:00", to: "17:00", kinds: last?.kinds });
  return stretchOf({ from: clockAt(hour + 1), to: clockAt(Math.min(hour + 3, 24)), kinds: last.kinds });
}

export function forKinds(stretches: readonly Stretch[], kinds: Kinds): Stretch[] {
  return stretches.map((stretch) => ({ ...stretch, kinds }));
}

export function haveSameKinds(hours: readonly KindHours[]): boolean {
  return hours.every(({ kinds }) => isSameSet(kinds, hours[0]?.kinds));
}

function clockAt(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
