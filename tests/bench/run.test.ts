import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

function bench(...args: string[]) {
  return spawnSync(process.execPath, ["tests/bench/run.mjs", ...args], { encoding: "utf8" });
}

describe("someone who asks for a bench", () => {
  it("that does not exist is told which do", () => {
    const { status, stderr, stdout } = bench("clouds", "--json");
    expect(status).toBe(1);
    expect(stderr).toMatch(/no bench called clouds\b.*\bslots\b/);
    expect(stdout).toBe("");
  });

  it("of the slot engine gets a line of JSON for each figure, and exit 1 when a limit is passed", {
    timeout: 120_000,
  }, () => {
    const { status, stdout } = bench("slots", "--json");
    const figures = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(figures.map((figure) => figure.case)).toEqual([
      "W1, 60 days",
      "W2, a year",
      "looks at Intl, second call",
    ]);
    for (const figure of figures) {
      expect(Object.keys(figure)).toEqual(["bench", "case", "ours", "floor", "unit", "ratio", "limit", "ok"]);
      expect(figure.ok).toBe((figure.ratio ?? figure.ours) <= figure.limit);
    }
    expect(status).toBe(figures.every((figure) => figure.ok) ? 0 : 1);
  });
});
