import type { BoardTest } from "./board.ts";

// Being written.
export type S10 = BoardTest;
