// `npm run scoreboard`. Plain JavaScript: it runs on Node 20 with nothing installed, and makes the rest ready.
import { handOver } from "../../lib/running/hand-over.mjs";

try {
  process.exitCode = await handOver("tests/scoreboard/main.ts", process.argv.slice(2));
} catch (error) {
  console.log(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
