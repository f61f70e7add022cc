// `npm run keys`. Plain JavaScript: it runs on Node 20 with nothing installed, and makes the rest ready.
import { join } from "node:path";
import { handOver } from "./hand-over.mjs";
import { checkout } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { tell } from "./progress.mjs";

// Beside a portal that runs it uses that one's database; else nobody may start one meanwhile.
const { lock } = takeLock(join(checkout, ".data", "running.json"), { mode: "keys" });
process.once("exit", () => lock?.release());
try {
  const args = process.argv.slice(2);
  process.exitCode = await handOver("lib/running/keys.ts", lock ? ["--alone", ...args] : args);
} catch (error) {
  tell(error.message);
  process.exitCode = 1;
}
