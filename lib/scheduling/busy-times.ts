import { Refusal } from "#lib/refusal.ts";

/** Epoch ms, [start, end). An empty one, with start and end alike, meets nothing. */
export type BusyTime = { start: number; end: number };

/** No session may start strictly between `from[i]` and `until[i]`. In order and apart. */
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
  return joined(from.subarray(0, count).sort(), until.subarray(0, count).sort());
}

// Which end belongs to which beginning does not matter: once as many have ended as have begun, none goes on.
function joined(from: Float64Array, until: Float64Array): Blocked {
  let count = 0;
  let first = 0;
  for (let i = 0; i < from.length; i++) {
    if (i + 1 < from.length && (from[i + 1] as number) < (until[i] as number)) continue;
    from[count] = from[first] as number;
    until[count] = until[i] as number;
    count++;
    first = i + 1;
  }
  return { from: from.subarray(0, count), until: until.subarray(0, count) };
}
