import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { oneCheck, playwrightCounts, scoreboardCounts, vitestCounts } from "#tests/run/counts.ts";

const good = { isGood: true, output: "" };
const bad = { isGood: false, output: "" };

let folder: string;
let report: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-counts-"));
  report = join(folder, "report.json");
});
afterEach(() => rm(folder, { recursive: true }));

describe("the sum of npm test", () => {
  test("takes a check for one test", () => {
    expect(oneCheck(good)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(oneCheck(bad)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("takes each runner's own figures", async () => {
    await writeFile(
      report,
      JSON.stringify({ numPassedTests: 8, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 }),
    );
    expect(await vitestCounts(report, bad)).toEqual({ passed: 8, failed: 1, skipped: 2 });
    await writeFile(report, JSON.stringify({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } }));
    expect(await playwrightCounts(report, bad)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(scoreboardCounts({ isGood: true, output: 'building\n{"test":"R1","pass":true}\n' })).toEqual({
      passed: 1,
      failed: 0,
      skipped: 0,
    });
  });

  test("never takes a runner that broke for one that passed", async () => {
    await writeFile(
      report,
      JSON.stringify({ numPassedTests: 8, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }),
    );
    expect(await vitestCounts(report, bad)).toMatchObject({ passed: 8, failed: 1 });
  });

  test("never takes silence for success", async () => {
    expect(await vitestCounts(join(folder, "none.json"), good)).toMatchObject({ passed: 0, failed: 1 });
    expect(await playwrightCounts(join(folder, "none.json"), good)).toMatchObject({ failed: 1 });
    expect(scoreboardCounts(good)).toMatchObject({ failed: 1 });
  });
});
