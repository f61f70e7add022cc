import { inspect, parseArgs } from "node:util";
import { readyBuild } from "#lib/running/build.ts";
import "#tests/support/read-letters.ts";
import { startTestCluster } from "#tests/support/database.ts";
import type { BoardTest, Outcome } from "./board.ts";
import { openWorld, type World } from "./world.ts";

// Only now: some of them write letters.
const { boardTests } = await import("./tests.ts");

const { values: said, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    "guard-off": { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const guard = !said["guard-off"];
const { quick } = said;

const isWanted = ({ id, isQuick }: BoardTest) =>
  named.length > 0 ? named.some((name) => name.toUpperCase() === id) : isQuick || !quick;
const unknown = named.filter((name) => !boardTests.some(({ id }) => id === name.toUpperCase()));
const totals = { passed: 0, failed: 0 };
for (const name of unknown)
  print(name, { tried: "nothing: there is no such test", counts: {}, pass: false }, false);

let world: World | undefined;
let stopCluster = async () => {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    void leave(1);
  });

try {
  await readyBuild();
  stopCluster = await startTestCluster();
  for (const test of boardTests.filter(isWanted)) {
    world ??= await openWorld();
    await runOne(test, world);
    // Without its guard a test leaves a world that no other can use.
    if (!guard) await closeWorld();
  }
} catch (error) {
  console.log(inspect(error));
  totals.failed += 1;
}
// Not among the lines that a program reads.
(said.json ? console.error : console.log)(`${totals.passed} passed, ${totals.failed} failed`);
await leave(totals.failed > 0 ? 1 : 0);

async function runOne(test: BoardTest, in_: World): Promise<void> {
  const began = Date.now();
  try {
    const outcome = await test.run(in_, { guard, quick });
    const seconds = Math.round((Date.now() - began) / 1_000);
    print(
      test.id,
      { ...outcome, counts: { ...outcome.counts, seconds } },
      outcome.pass === guard,
      test.title,
    );
  } catch (error) {
    // A test that broke has shown nothing, with its guard or without.
    const counts = { error: inspect(error) };
    print(test.id, { tried: "broke", counts, pass: false }, false, test.title);
  }
}

/** `isGood`: what was hoped for. Of a twin, that is to fail. */
function print(id: string, { tried, counts, pass }: Outcome, isGood: boolean, title = ""): void {
  totals[isGood ? "passed" : "failed"] += 1;
  if (said.json) {
    console.log(JSON.stringify({ test: id, tried, counts, pass }));
    return;
  }
  const word = guard ? (isGood ? "pass" : "FAIL") : isGood ? "fails, as it should" : "NOT NOTICED";
  const numbers = Object.entries(counts).map(([name, value]) => `${name} ${value}`);
  console.log(
    `${id.padEnd(5)}${word.padEnd(guard ? 6 : 21)}${title}\n     ${tried}\n     ${numbers.join(", ")}`,
  );
}

async function closeWorld(): Promise<void> {
  const open = world;
  world = undefined;
  await open?.close();
}

async function leave(code: number): Promise<void> {
  await closeWorld().catch(() => {});
  await stopCluster().catch(() => {});
  process.exit(code);
}
