/** One line of a bench. `floor` is what `ours` is measured against, `limit` says how far apart they may be. */
export type Figure = {
  case: string;
  ours: number;
  floor: number;
  unit: string;
  /** `ours` divided by `floor`; none when the floor is 0. */
  ratio: number | null;
  /** Each bench says what of: see its own file. None when the figure is only told. */
  limit: number | null;
  ok: boolean;
};

/** A bench is a file `tests/bench/<name>.bench.ts` that exports this as `run`. */
export type Bench = () => Promise<Figure[]> | AsyncIterable<Figure>;
