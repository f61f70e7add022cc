import { ApiError } from "./api-error.ts";
import { type Fault, readFault } from "./faults.ts";

type Shared = { fault: Fault; share: number };

/** Faults that come by chance, each for its share of the requests. The same seed gives the same course. */
export function faultShares() {
  let shared: Shared[] = [];
  let draw = drawer(0);

  return {
    arm(input: unknown): number {
      const { seed, shares } = (input ?? {}) as Record<string, unknown>;
      if (!Number.isInteger(seed) || !Array.isArray(shares)) throw wrongShares();
      const read = shares.map(readShare);
      if (read.reduce((sum, { share }) => sum + share, 0) > 1) throw wrongShares();
      shared = read;
      draw = drawer(seed as number);
      return shared.length;
    },
    next(): Fault | undefined {
      if (shared.length === 0) return undefined;
      let left = draw();
      return shared.find(({ share }) => {
        left -= share;
        return left < 0;
      })?.fault;
    },
    clear(): void {
      shared = [];
    },
  };
}

export type FaultShares = ReturnType<typeof faultShares>;

function readShare(input: unknown): Shared {
  const { share, ...rest } = (input ?? {}) as Record<string, unknown>;
  const [fault] = readFault(rest);
  if (!fault || typeof share !== "number" || !(share > 0 && share <= 1)) throw wrongShares();
  return { fault, share };
}

const wrongShares = () =>
  new ApiError(
    422,
    "validation_error",
    "Shares are { seed, shares: [{ fault, share, … }] }, at most 1 in all.",
  );

/** Mulberry32: numbers from 0 up to, not with, 1. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
