import { Refusal } from "#lib/refusal.ts";

/** Epoch ms, [start, end). An empty one, with start and end alike, meets nothing. */
export type BusyTime = { start: number; end: number };

/** No session may start strictly between the two. */
type Blocked = { from: number; until: number };

/** What is blocked, in order and apart, when a session occupies [start - lead, start + length). */
export function blockedStarts(busy: BusyTime[], lead: number, length: number): Blocked[] {
  const froms = new Float64Array(busy.length);
  const untils = new Float64Array(busy.length);
  let count = 0;
  for (const { start, end } of busy) {
    if (!(Number.isFinite(start) && Number.isFinite(end) && start <= end)) {
      throw new Refusal("A busy time begins at an instant and ends no earlier.", { field: "busy" });
    }
    if (start === end) continue;
    froms[count] = start - length;
    untils[count] = end + lead;
    count++;
  }
  return union(froms.subarray(0, count).sort(), untils.subarray(0, count).sort());
}

// Which end belongs to which beginning does not matter: once as many have ended as have begun, none goes on.
function union(froms: Float64Array, untils: Float64Array): Blocked[] {
  const blocked: Blocked[] = [];
  let from = froms[0] ?? 0;
  let begun = 0;
  for (const until of untils) {
    begun++;
    const next = froms[begun] ?? Number.POSITIVE_INFINITY;
    if (next < until) continue;
    blocked.push({ from, until });
    from = next;
  }
  return blocked;
}
