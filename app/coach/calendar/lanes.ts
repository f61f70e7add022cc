/** Rows of a day, `[from, until)`. */
type Rows = { from: number; until: number };
/** Which of how many lanes beside one another, counted from 0. */
export type Lane = { lane: number; lanes: number };

/** Puts what overlaps side by side. What stands alone has the whole width; the order given is kept. */
export function layOutLanes(items: readonly Rows[]): Lane[] {
  const order = items.map((item, index) => ({ ...item, index }));
  order.sort((a, b) => a.from - b.from || b.until - a.until || a.index - b.index);
  const placed: Lane[] = items.map(() => ({ lane: 0, lanes: 1 }));
  let group: { index: number; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index, lane } of group) placed[index] = { lane, lanes: ends.length };
    group = [];
    ends = [];
  };
  for (const { from, until, index } of order) {
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = until;
    group.push({ index, lane });
  }
  close();
  return placed;
}
