import type { World } from "./world.ts";

export type Options = {
  /** Off for the twin: the guard that the test is about is taken away, and the test must fail. */
  guard: boolean;
  /** A smaller number of the same, for `npm test`. */
  quick: boolean;
};

export type Outcome = {
  /** What was tried, in words. */
  tried: string;
  counts: Record<string, number | string>;
  pass: boolean;
};

/** A test of the scoreboard. What it says comes from the database and the mailbox's ledger, never from the portal's word. */
export type BoardTest = {
  id: string;
  title: string;
  isQuick: boolean;
  run: (world: World, options: Options) => Promise<Outcome>;
};
