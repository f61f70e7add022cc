import type { Lane } from "./lanes.ts";

/** Lines of the paper: four in an hour. */
export const quarter = 15;
const columns = 12;

type Minutes = { from: number; until: number };
/** From which full hour to which the days are drawn. */
export type HourRange = readonly [first: number, last: number];

/** The quarter hours that something touches. Even what is over at once takes one. */
export function rowsOf({ from, until }: Minutes): Minutes {
  const first = Math.floor(from / quarter);
  return { from: first, until: Math.max(first + 1, Math.ceil(until / quarter)) };
}

/** Where something stands on the paper, as classes that globals.css keeps. Empty when it is out of sight. */
export function placeOf(minutes: Minutes, [first, last]: HourRange, lane?: Lane): string {
  const { from, until } = rowsOf(minutes);
  const top = Math.max(from, first * 4);
  const bottom = Math.min(until, last * 4);
  if (top >= bottom) return "";
  const rows = `row-start-${top - first * 4 + 1} row-end-${bottom - first * 4 + 1}`;
  return lane ? `${rows} ${columnsOf(lane)}` : rows;
}

/** The hours to draw so that all of this is seen: a working day, and more when something lies outside it. */
export function hourRange(shown: readonly Minutes[]): HourRange {
  const first = Math.min(8 * 60, ...shown.map(({ from }) => from));
  const last = Math.max(19 * 60, ...shown.map(({ until }) => until));
  return [Math.floor(first / 60), Math.ceil(last / 60)];
}

// More than twelve beside one another share the last lane.
function columnsOf({ lane, lanes }: Lane): string {
  const width = Math.max(1, Math.floor(columns / lanes));
  const start = Math.min(lane * width, columns - width) + 1;
  return `col-start-${start} col-end-${start + width}`;
}
