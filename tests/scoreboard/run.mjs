// `npm run scoreboard`. Plain JavaScript: it runs on Node 20 with nothing installed, and makes the rest ready.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout, readyToRun } from "../../lib/running/install.mjs";

try {
  const node = await readyToRun();
  const main = join(checkout, "tests", "scoreboard", "main.ts");
  const child = spawn(node, [main, ...process.argv.slice(2)], { cwd: checkout, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
} catch (error) {
  console.log(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
