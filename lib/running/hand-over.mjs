// Plain JavaScript that runs on Node 20 with nothing installed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout, readyToRun } from "./install.mjs";

/**
 * Installs what is missing, then runs `script` on the Node that came with it. Gives its exit code.
 * @param {string} script from the root of the checkout
 * @param {string[]} args
 * @param {(child: import("node:child_process").ChildProcess) => void} [begun]
 */
export async function handOver(script, args, begun) {
  const node = await readyToRun();
  const child = spawn(node, [join(checkout, script), ...args], {
    cwd: checkout,
    // Over the channel the other one learns that we are gone, whatever ended us.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Whoever is asked to end passes it on, and ends when the other one has.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  begun?.(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal) console.log(`${script} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}
