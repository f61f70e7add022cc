import type { Motif } from "#db/schema/index.ts";

const places = 7;

/** Two lines drawn from a title, the same ones each time: they come nearer and part, and never touch. */
export function motifFrom(title: string): Motif {
  const chance = chanceFrom(title);
  const motif: Motif = { near: [], far: [] };
  let middle = 44 + 12 * chance();
  let room = 10 + 22 * chance();
  for (let place = 0; place < places; place += 1) {
    motif.near.push(Math.round(middle - room));
    motif.far.push(Math.round(middle + room));
    middle = between(40, 60, middle + 12 * (chance() - 0.5));
    room = between(5, 36, room + 26 * (chance() - 0.5));
  }
  return motif;
}

const between = (least: number, most: number, wanted: number) => Math.min(most, Math.max(least, wanted));

/** Numbers from 0 to 1 that depend on nothing but these words. */
function chanceFrom(words: string): () => number {
  let state = 0x811c9dc5;
  for (const character of words) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
