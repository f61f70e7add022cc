/** What looks like chance and is the same each time. */
export type Chance = {
  /** A whole number below this. */
  upTo: (most: number) => number;
  is: (likely: number) => boolean;
  of: <T>(some: readonly T[]) => T;
};

/** Thirty-two bits that are mixed well enough to make up people's calendars. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    upTo: (most) => Math.floor(next() * most),
    is: (likely) => next() < likely,
    of: (some) => some[Math.floor(next() * some.length)] as (typeof some)[number],
  };
}
