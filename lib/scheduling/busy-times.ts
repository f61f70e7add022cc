import { Refusal } from "#lib/refusal.ts";

/** Epoch ms, [start, end). An empty one, with start and end alike, meets nothing. */
export type BusyTime = { start: number; end: number };

/** No session may start strictly between `from[i]` and `until[i]`. Both ascend; one may reach into the next. */
type Blocked = { from: Float64Array; until: Float64Array };

/** What is blocked when a session occupies [start - lead, start + length). */
export function blockedStarts(busy: BusyTime[], lead: number, length: number): Blocked {
  const from = new Float64Array(busy.length);
  const until = new Float64Array(busy.length);
  let count = 0;
  for (const { start, end } of busy) {
    if (!(Number.isFinite(start) && Number.isFinite(end) && start <= end)) {
      throw new Refusal("A busy time begins at an instant and ends no earlier.", { field: "busy" });
    }
    if (start === end) continue;
    from[count] = start - length;
    until[count] = end + lead;
    count++;
  }
  // Sorted each for itself, beginnings may meet the ends of others. What they block together stays the same.
  return { from: from.subarray(0, count).sort(), until: until.subarray(0, count).sort() };
}
