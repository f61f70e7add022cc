/**
 * What a bench tells. A bench is a file `tests/bench/<name>.bench.ts` that exports `run`, which gives these one by
 * one or in a promise of a list.
 */
export type Figure = {
  case: string;
  ours: number;
  /** What `ours` is measured against. */
  floor: number;
  unit: string;
  /** `ours` divided by `floor`; null where the floor is 0. */
  ratio: number | null;
  /** Each bench says what of, beside the number. Null when the figure is only told. */
  limit: number | null;
  ok: boolean;
};
