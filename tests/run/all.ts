import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readyBuild } from "#lib/running/build.ts";
import { checkout } from "#lib/running/install.mjs";
import { step, tell } from "#lib/running/progress.mjs";
import { readyChromium } from "./chromium.ts";
import { type Ended, endCommands, runCommand, runTool } from "./command.ts";
import { type Counts, oneCheck, playwrightCounts, scoreboardCounts, vitestCounts } from "./counts.ts";

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
let isBuilt = false;
const reports = await mkdtemp(join(tmpdir(), "attune-reports-"));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
  process.once(signal, () => {
    endCommands();
    total.failed += 1;
    tell(`Ended before its time (${signal}). What was not run counts as one that failed.`);
    finish();
  });

// Fetching a browser is waiting for the network; the checks meanwhile need the processor.
const chromium = readyChromium().catch((error: Error) => error);

// Two lanes: what only computes keeps one processor busy, and a test that waits leaves it to others.
await Promise.all([checkSources(), checkInBrowser()]);
// What it counts are seconds, so it runs by itself.
if (isBuilt && existsSync(join(checkout, "tests", "scoreboard", "run.mjs")))
  await check("Scoreboard, the quick ones", runScoreboard, scoreboardCounts);

finish();

function finish(): never {
  rmSync(reports, { recursive: true, force: true });
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed > 0 ? 1 : 0);
}

async function checkSources(): Promise<void> {
  await check("Lint", () => runCommand(bin("biome"), ["ci", "--colors=off", "."]));
  await check("Dead code", () => runTool("knip/bin/knip.js", ["--no-progress"]));
  await check("Unit and database tests", runVitest, (ended) =>
    vitestCounts(join(reports, "vitest.json"), ended),
  );
}

async function checkInBrowser(): Promise<void> {
  // Both write the types of the routes, so one after the other.
  await check("Types", checkTypes);
  isBuilt = (await check("Production build", buildPortal)).isGood;
  if (isBuilt)
    await check("Browser tests", runBrowserTests, (ended) =>
      playwrightCounts(join(reports, "playwright.json"), ended),
    );
}

async function check(
  name: string,
  run: () => Promise<Ended>,
  count: (ended: Ended) => Counts | Promise<Counts> = oneCheck,
): Promise<Ended> {
  const ended = await step(name, run).catch(
    (error: Error): Ended => ({ isGood: false, output: error.message }),
  );
  const counts = await count(ended);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  tell(
    `  ${name}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}`,
  );
  if (counts.failed > 0) tell(`\n${ended.output}\n`);
  return ended;
}

async function checkTypes(): Promise<Ended> {
  const generated = await runTool("next/dist/bin/next", ["typegen"]);
  return generated.isGood
    ? runTool("typescript/bin/tsc", ["--noEmit", "--incremental", "false", "--pretty", "false"])
    : generated;
}

function runVitest(): Promise<Ended> {
  const report = [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, "vitest.json")}`,
  ];
  return runTool("vitest/vitest.mjs", ["run", "-c", "tests/vitest.config.ts", ...report], { minutes: 20 });
}

async function buildPortal(): Promise<Ended> {
  await readyBuild();
  return { isGood: true, output: "" };
}

async function runBrowserTests(): Promise<Ended> {
  const browser = await chromium;
  if (browser instanceof Error) return { isGood: false, output: browser.message };
  return runTool(
    "@playwright/test/cli.js",
    ["test", "-c", "tests/playwright.config.ts", "--reporter=list,json"],
    {
      minutes: 20,
      env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "playwright.json") },
    },
  );
}

function runScoreboard(): Promise<Ended> {
  return runTool("../tests/scoreboard/run.mjs", ["--quick", "--json"], { minutes: 15 });
}

function bin(name: string): string {
  return join(checkout, "node_modules", ".bin", name);
}
