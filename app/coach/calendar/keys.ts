import { dateAfter, instantsAt, type WallTime } from "#lib/time/wall-clock.ts";
import { quarter } from "./places.ts";

/** Where an arrow key takes a session: a quarter hour up or down, a day to the side. Undefined for any other key. */
export function stepOf(key: string, { date, minute }: WallTime, zone: string): WallTime | undefined {
  switch (key) {
    case "ArrowLeft":
      return { date: dateAfter(date, -1), minute };
    case "ArrowRight":
      return { date: dateAfter(date, 1), minute };
    case "ArrowUp":
      return withinDay({ date, minute }, -quarter, zone);
    case "ArrowDown":
      return withinDay({ date, minute }, quarter, zone);
    default:
      return undefined;
  }
}

// On the paper's lines, over what the clocks skip, and no further than the day.
function withinDay({ date, minute }: WallTime, step: number, zone: string): WallTime {
  const line = step < 0 ? Math.ceil(minute / quarter) : Math.floor(minute / quarter);
  for (let next = line * quarter + step; next >= 0 && next < 1440; next += step)
    if (instantsAt({ date, minute: next }, zone).length > 0) return { date, minute: next };
  return { date, minute };
}
