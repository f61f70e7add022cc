import { readFile } from "node:fs/promises";
import type { Ended } from "./command.ts";

export type Counts = { passed: number; failed: number; skipped: number };

/** A check that is right or wrong as a whole. */
export function oneCheck({ isGood }: Ended): Counts {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

export async function vitestCounts(report: string, ended: Ended): Promise<Counts> {
  const found = await readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  }>(report);
  return honest(
    {
      passed: found?.numPassedTests ?? 0,
      failed: found?.numFailedTests ?? 0,
      skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
    },
    ended,
  );
}

export async function playwrightCounts(report: string, ended: Ended): Promise<Counts> {
  const found = await readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = found?.stats ?? {};
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, ended);
}

/** One JSON line for each test of the scoreboard. */
export function scoreboardCounts(ended: Ended): Counts {
  const rows = ended.output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { pass?: boolean });
  return honest(
    {
      passed: rows.filter(({ pass }) => pass).length,
      failed: rows.filter(({ pass }) => !pass).length,
      skipped: 0,
    },
    ended,
  );
}

// A runner that broke, or that ran nothing, has failed, whatever it counted.
function honest(counts: Counts, { isGood }: Ended): Counts {
  const isEmpty = counts.passed + counts.failed === 0;
  const isUntold = !isGood && counts.failed === 0;
  return isEmpty || isUntold ? { ...counts, failed: counts.failed + 1 } : counts;
}

async function readReport<T>(file: string): Promise<T | undefined> {
  return readFile(file, "utf8").then(
    (text) => JSON.parse(text) as T,
    () => undefined,
  );
}
