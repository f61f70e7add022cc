// `npm run bench [-- NAME…] [--json]`. Plain JavaScript: it runs on Node 20 with nothing installed, and makes the rest ready.
import { handOver } from "../../lib/running/hand-over.mjs";

try {
  process.exitCode = await handOver("tests/bench/main.ts", process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
