import { createHash } from "node:crypto";

export type Chance = ReturnType<typeof chance>;

/** Chance that takes the same course again with the same seed. */
export function chance(seed: number) {
  let drawn = 0;
  const below = (limit: number): number => {
    drawn += 1;
    return createHash("sha256").update(`${seed} ${drawn}`).digest().readUInt32BE() % limit;
  };
  return {
    /** A whole number from 0 on. */
    below,
    oneOf: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    isOneIn: (times: number) => below(times) === 0,
  };
}

/** Printed with what was counted, so that a run can be had again: `SEED=… npm run scoreboard`. */
export const seedOfRun = () => Number(process.env.SEED ?? Date.now() % 2 ** 31);
