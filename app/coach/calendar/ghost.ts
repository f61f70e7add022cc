import { clockOf } from "#lib/availability/hours.ts";
import type { WallRange } from "#lib/time/wall-clock.ts";
import { dateWords } from "#lib/time/words.ts";
import type { CalendarDay } from "./calendar-days.ts";
import type { Movable } from "./session-item.ts";
import type { Moving } from "./use-moving.ts";

/** What is being moved, where it would stand. */
export type Ghost = WallRange & { id: string; date: string; words: string };

export function ghostOf({ session, to }: Moving): Ghost {
  const until = to.minute + Math.ceil((session.end - session.start) / 60_000);
  return {
    id: session.id,
    date: to.date,
    from: to.minute,
    until: Math.min(until, 1440),
    words: `${dateWords(to.date)}, ${clockOf(to.minute)} to ${clockOf(until % 1440)}`,
  };
}

/** The session of this id, when it is shown and may be moved. */
export function movableIn(days: CalendarDay[], id: string | undefined): Movable | undefined {
  for (const item of days.flatMap(({ items }) => items))
    if (item.look !== "busy" && item.id === id) return item.movable;
  return undefined;
}
